import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currentCustomer } from '../../data/wecom';
import { Nothing, Trouble, Waiting } from '../../parts/states';
import { Portrait } from '../../portrait/Portrait';
import { Materials } from './Materials';
import { Parked } from './Parked';
import { sidebarQuery } from './queries';

const PARTS = ['who', 'materials'] as const;

/** Beside a chat: who this is, and what can be sent to them in two taps. */
export function SidebarPage() {
  const { t } = useTranslation();
  const chat = useQuery({ queryKey: ['chat'], queryFn: currentCustomer, retry: false, staleTime: 0, gcTime: 0 });
  const who = useQuery({ ...sidebarQuery(chat.data ?? ''), enabled: chat.data !== undefined });
  const [part, setPart] = useState<(typeof PARTS)[number]>('who');
  if (chat.error) {
    return <Nothing title={t('sidebar.nowhere')}>{t('sidebar.nowhereText')}</Nothing>;
  }
  if (who.error && !who.data) {
    const problem = problemOf(who.error);
    return problem.status === 404 ? (
      <Nothing title={t('sidebar.unknown')}>{t('sidebar.unknownText')}</Nothing>
    ) : (
      <Trouble problem={problem} retry={() => void who.refetch()} />
    );
  }
  const customer = who.data;
  if (!customer) {
    return <Waiting />;
  }
  return (
    <main className="beside">
      <Parked customerId={customer.id} />
      <div className="segments beside-parts">
        {PARTS.map((one) => (
          <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
            {t(`sidebar.${one}`)}
          </button>
        ))}
      </div>
      {part === 'who' ? <Portrait customer={customer} /> : <Materials customerId={customer.id} />}
    </main>
  );
}
