import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { Face } from '../../parts/Face';
import { useHint } from '../../parts/Hints';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf } from '../../parts/states';

interface Friend {
  id: string;
  name: string;
}

interface Props {
  customerId: string;
  name: string;
  friends: Friend[];
  close: () => void;
}

/** Puts a customer on top of the list of a guide who is a friend of theirs: nobody else could write to them. */
export function GiveCard({ customerId, name, friends, close }: Props) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const give = useMutation({
    mutationFn: (to: Friend) =>
      ask(
        api.POST('/api/v1/today/{customerId}/reassign', {
          params: { path: { customerId } },
          body: { memberId: to.id },
        }),
      ),
    onSuccess: (_, to) => {
      hint(t('shop.given', { name: to.name }));
      void queries.invalidateQueries({ queryKey: ['shop-days'] });
      void queries.invalidateQueries({ queryKey: ['today'] });
      close();
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <Sheet title={t('shop.giveTo', { name })} close={close}>
      {friends.map((friend) => (
        <button
          key={friend.id}
          type="button"
          className="choice"
          disabled={give.isPending}
          onClick={() => give.mutate(friend)}
        >
          <Face small name={friend.name} />
          <span className="cut">{friend.name}</span>
        </button>
      ))}
      <p className="quiet small sheet-note">{t('shop.onlyFriends')}</p>
    </Sheet>
  );
}
