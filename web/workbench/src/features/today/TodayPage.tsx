import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Nothing, Trouble, Waiting } from '../../parts/states';
import { Later } from './Later';
import { type Deed, type TodayItem, todayQuery, useDeed } from './queries';
import { TodayCard } from './TodayCard';

/** Whom to turn to today, the likeliest first, at most twenty. */
export function TodayPage() {
  const { t } = useTranslation();
  const query = useQuery(todayQuery);
  const [putOff, setPutOff] = useState<TodayItem | null>(null);
  const deed = useDeed((asked: Deed) => t(`today.said.${asked.deed}`));
  const today = query.data;
  return (
    <main>
      <Bar
        title={t('today.title')}
        note={today && t('today.note', { left: today.left, done: today.done })}
        actions={<Bell />}
      />
      {query.isPending && <Waiting />}
      {query.error && !today && <Trouble problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {today?.items.length === 0 && (
        <Nothing title={t(today.done > 0 ? 'today.allDone' : 'today.none')}>{t('today.noneText')}</Nothing>
      )}
      <ol>
        {today?.items.map((item) => (
          <li key={item.customer.id}>
            <TodayCard
              item={item}
              done={() => deed.mutate({ customer: item.customer.id, deed: 'done' })}
              putOff={() => setPutOff(item)}
            />
          </li>
        ))}
      </ol>
      {putOff && (
        <Later
          name={putOff.customer.remark || putOff.customer.name}
          close={() => setPutOff(null)}
          choose={(asked) => {
            setPutOff(null);
            deed.mutate({ ...asked, customer: putOff.customer.id });
          }}
        />
      )}
    </main>
  );
}
