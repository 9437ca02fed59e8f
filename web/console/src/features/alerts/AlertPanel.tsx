import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Alert, api, ask, problemOf, useMay } from '@tilth/api';
import {
  CopyField,
  Facts,
  Failed,
  MemberName,
  MemberSelect,
  Moment,
  problemText,
  Section,
  SidePanel,
  Skeleton,
} from '@tilth/ui';
import { App, Button, Space } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Became, Cause, Level, Reader } from './AlertsPage';

/** One alert: who, what, and what to say now. */
export function AlertPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['alerts', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/alerts/{id}', { params: { path: { id } } })),
  });
  const alert = query.data;
  if (!alert) {
    return (
      <SidePanel title={t('alerts.title')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  return (
    <SidePanel
      title={
        <>
          <Reader alert={alert} /> <Level alert={alert} />
        </>
      }
      subtitle={t('alerts.score', { score: alert.customer.score })}
      onClose={onClose}
    >
      <Section title={t('alerts.next')}>
        <p>{alert.suggestion.step}</p>
        <CopyField label={t('alerts.sentence')} value={alert.suggestion.sentence} />
      </Section>
      <Section title={t('alerts.facts')}>
        <Visit alert={alert} />
      </Section>
      {alert.history.length > 0 ? <History alert={alert} /> : null}
      <Acts alert={alert} />
    </SidePanel>
  );
}

function Visit({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const reading = [
    t('alerts.read', { seconds: alert.seconds, percent: alert.percent }),
    alert.pages ? t('alerts.pages', { count: alert.pages }) : null,
    alert.visits > 1 ? t('alerts.visits', { count: alert.visits }) : null,
    alert.forwardReaders > 0 ? t('alerts.forwards', { count: alert.forwardReaders }) : null,
  ];
  const rows: [string, ReactNode][] = [
    [t('alerts.material'), alert.material.title],
    [t('alerts.what'), <Cause key="cause" alert={alert} />],
    ['', reading.filter(Boolean).join(' · ')],
    [t('alerts.at'), <Moment key="at" at={alert.at} />],
    [t('alerts.member'), <MemberName key="member" member={alert.member} />],
    [t('alerts.state'), <Became key="state" alert={alert} />],
  ];
  if (alert.dueAt) {
    rows.push([t('alerts.dueAt'), <Moment key="due" at={alert.dueAt} />]);
  }
  if (alert.owner.id !== alert.member.id) {
    rows.push([t('alerts.owner'), <MemberName key="owner" member={alert.owner} />]);
  }
  if (alert.contactedAt) {
    rows.push([t('alerts.contactedAt'), <Moment key="contacted" at={alert.contactedAt} />]);
  }
  return <Facts rows={rows} />;
}

function History({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  return (
    <Section title={t('alerts.history')}>
      <ul className="rows rows-plain">
        {alert.history.map((one) => (
          <li key={one.at}>
            {one.title}{' '}
            <span className="quiet small">
              {t('alerts.seconds', { count: one.seconds })} · <Moment at={one.at} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Acts({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [to, setTo] = useState<string | null>(null);
  if (alert.state === 'CONTACTED' || alert.state === 'EXPIRED') {
    return <p className="quiet small">{t('alerts.contactHelp')}</p>;
  }
  const path = { id: alert.id };
  const act = async (done: Promise<Alert>, said: (after: Alert) => string) => {
    try {
      const after = await done;
      queries.setQueryData(['alerts', 'one', alert.id], after);
      void queries.invalidateQueries({ queryKey: ['alerts', 'list'] });
      void message.success(said(after));
    } catch (error) {
      void message.error(problemText(problemOf(error), t));
    }
  };
  const contacted = () =>
    act(ask(api.POST('/api/v1/alerts/{id}/contacted', { params: { path }, body: { how: 'MARKED' } })), () =>
      t('alerts.contactedDone'),
    );
  const reassign = (memberId: string) =>
    act(ask(api.POST('/api/v1/alerts/{id}/reassign', { params: { path }, body: { memberId } })), (after) =>
      t('alerts.reassigned', { name: after.member.name }),
    );
  return (
    <Section title={t('alerts.mark')} lede={t('alerts.contactHelp')}>
      <Space direction="vertical">
        {may('alert:write') ? <Button onClick={() => void contacted()}>{t('alerts.contacted')}</Button> : null}
        {may('alert:assign') && may('member:read') ? (
          <Space wrap>
            <MemberSelect
              className="toolbar-select-wide"
              label={t('alerts.reassign')}
              placeholder={t('alerts.reassign')}
              state="HERE"
              without={alert.member.id}
              value={to}
              onChange={setTo}
            />
            <Button disabled={!to} onClick={() => to && void reassign(to)}>
              {t('alerts.reassignSubmit')}
            </Button>
          </Space>
        ) : null}
      </Space>
    </Section>
  );
}
