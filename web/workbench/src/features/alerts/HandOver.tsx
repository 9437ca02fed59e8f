import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, usePages } from '@tilth/api';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '../../parts/Face';
import { useHint } from '../../parts/Hints';
import { Icon } from '../../parts/icons';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf, Waiting } from '../../parts/states';

/** Gives an alert to a colleague who can answer it. */
export function HandOver({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const pages = usePages(['members', q], (cursor) =>
    ask(api.GET('/api/v1/members', { params: { query: { ...(q && { q }), ...(cursor && { cursor }) } } })),
  );
  const give = useMutation({
    mutationFn: (memberId: string) =>
      ask(api.POST('/api/v1/alerts/{id}/reassign', { params: { path: { id } }, body: { memberId } })),
    onSuccess: ({ member }) => {
      hint(t('alerts.handed', { name: member.name }));
      void queries.invalidateQueries({ queryKey: ['alerts'] });
      close();
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <Sheet title={t('alerts.handTo')} close={close}>
      <label className="find find-sheet">
        <span className="unseen">{t('alerts.findMember')}</span>
        <Icon name="search" size={20} />
        <input
          className="input"
          type="search"
          placeholder={t('alerts.findMember')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      {pages.loading && <Waiting lines={3} />}
      {pages.rows.slice(0, 30).map((member) => (
        <button
          key={member.id}
          type="button"
          className="choice"
          disabled={give.isPending}
          onClick={() => give.mutate(member.id)}
        >
          <Face small name={member.name} />
          <span className="cut">{member.name}</span>
          <span className="quiet small">{member.position}</span>
        </button>
      ))}
    </Sheet>
  );
}
