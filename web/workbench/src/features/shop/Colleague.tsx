import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay } from '@tilth/api';
import { Switch } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useHint } from '../../parts/Hints';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf, Waiting } from '../../parts/states';
import { GiveCard } from './GiveCard';
import { guideCardsQuery } from './queries';

/** Whether a colleague rests today, and who gets their alerts meanwhile. */
export function Colleague({ member, close }: { member: { id: string; name: string }; close: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const hint = useHint();
  const queries = useQueryClient();
  const key = ['duty', member.id];
  const path = { id: member.id };
  const { data: duty } = useQuery({
    queryKey: key,
    queryFn: () => ask(api.GET('/api/v1/members/{id}/duty', { params: { path } })),
  });
  const rest = useMutation({
    mutationFn: (resting: boolean) =>
      ask(api.PUT('/api/v1/members/{id}/rest', { params: { path }, body: { resting } })),
    onSuccess: (next) => {
      queries.setQueryData(key, next);
      void queries.invalidateQueries({ queryKey: ['shop-days'] });
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <Sheet title={member.name} close={close}>
      {duty ? (
        <>
          <div className="switch-line">
            <span>{t('shop.rest')}</span>
            <Switch
              checked={duty.resting}
              disabled={!may('member:write')}
              loading={rest.isPending}
              onChange={(next) => rest.mutate(next)}
              aria-label={t('shop.rest')}
            />
          </div>
          <p className="quiet small">{duty.spare ? t('shop.spare', { name: duty.spare.name }) : t('shop.noSpare')}</p>
        </>
      ) : (
        <Waiting lines={1} />
      )}
      <Cards member={member.id} />
    </Sheet>
  );
}

/** What is on their list, each to be given to another. */
function Cards({ member }: { member: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(guideCardsQuery(member));
  const [giving, setGiving] = useState<string | null>(null);
  const given = data?.items.find((item) => item.customer.id === giving);
  if (!data) {
    return <Waiting lines={2} />;
  }
  return (
    <>
      <h3 className="sheet-part">{t('shop.theirs', { count: data.items.length })}</h3>
      {data.items.length === 0 && <p className="quiet">{t('shop.noneLeft')}</p>}
      <ul>
        {data.items.map(({ customer, reasons, friends }) => (
          <li key={customer.id} className="row row-two row-bare">
            <span className="row-text">
              <b className="cut row-line">{customer.remark || customer.name}</b>
              <span className="quiet small row-line">{reasons[0]?.text}</span>
            </span>
            {friends.some((friend) => friend.id !== member) && (
              <button type="button" className="button" onClick={() => setGiving(customer.id)}>
                {t('shop.give')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {given && (
        <GiveCard
          customerId={given.customer.id}
          name={given.customer.remark || given.customer.name}
          friends={given.friends.filter((friend) => friend.id !== member)}
          close={() => setGiving(null)}
        />
      )}
    </>
  );
}
