import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay, type WecomCompany, type WecomHealth } from '@tilth/api';
import { CheckIcon, Failed, Moment, Page, ProblemNote, Skeleton, WarnIcon } from '@tilth/ui';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CallbackHealth, Drift, Errors, Licences, Quotas, Tokens } from './HealthParts';
import { companyQuery, healthQuery, syncsQuery } from './queries';
import { SyncHistory } from './SyncHistory';
import { WelcomeHealth } from './WelcomeHealth';
import './wecom.css';

/** The drawing library is heavy; words and numbers do not wait for it. */
const HoursChart = lazy(async () => ({ default: (await import('./HoursChart')).HoursChart }));

/** How a company's connection is: what to know first in words, then the numbers behind them. */
export function HealthPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const company = useQuery(companyQuery(id));
  const health = useQuery(healthQuery(id));
  const failed = [company, health].find((query) => query.error && !query.data);
  if (failed) {
    return (
      <Page title={t('wecom.health')}>
        <Failed problem={problemOf(failed.error)} retry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (!company.data || !health.data) {
    return (
      <Page title={t('wecom.health')}>
        <Skeleton lines={10} />
      </Page>
    );
  }
  return (
    <Health company={company.data} health={health.data} busy={health.isFetching} again={() => void health.refetch()} />
  );
}

interface Props {
  company: WecomCompany;
  health: WecomHealth;
  busy: boolean;
  again: () => void;
}

function Health({ company, health, busy, again }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <Page
      title={t('wecom.healthTitle', { name: company.name })}
      lede={
        <>
          {t('wecom.checkedAt')} <Moment at={health.checkedAt} as="ago" />
          {t('wecom.stop')} <Link to="/console/settings/wecom">{t('wecom.back')}</Link>
        </>
      }
      action={
        <div className="row">
          <Button loading={busy} onClick={again}>
            {t('wecom.recheck')}
          </Button>
          <SyncNow company={company} />
        </div>
      }
    >
      <Findings findings={health.findings} />
      <Suspense fallback={<div className="chart-space" />}>
        <HoursChart hours={health.hours} />
      </Suspense>
      <CallbackHealth callbacks={health.callbacks} company={company} />
      {may('welcome:read') ? <WelcomeHealth /> : null}
      <Quotas quota={health.quota} />
      <Tokens tokens={health.tokens} />
      <Drift drift={health.drift} />
      {health.licences ? <Licences licences={health.licences} /> : null}
      <Errors errors={health.errors} />
      <SyncHistory company={company} />
    </Page>
  );
}

const ORDER = { BAD: 0, WATCH: 1, GOOD: 2 } as const;
const TONES = { BAD: 'note note-red', WATCH: 'note note-clay', GOOD: 'note note-leaf' } as const;

function Findings({ findings }: { findings: WecomHealth['findings'] }) {
  const { t } = useTranslation();
  const sorted = [...findings].sort((one, other) => ORDER[one.level] - ORDER[other.level]);
  return (
    <section className="findings" aria-label={t('wecom.findings')}>
      <ul className="stack">
        {sorted.map((finding) => (
          <li key={finding.code + finding.sentence} className={TONES[finding.level]}>
            {finding.level === 'GOOD' ? <CheckIcon /> : <WarnIcon />}
            <div>
              <span className="unseen">{t(`wecom.level.${finding.level}`)}</span>
              {finding.sentence}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function SyncNow({ company }: { company: WecomCompany }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const syncs = useQuery(syncsQuery(company.id));
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<unknown>(null);
  if (!may('wecom:write') || company.state !== 'CONNECTED') {
    return null;
  }
  const running = syncs.data?.[0]?.state === 'RUNNING';
  const start = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await ask(api.POST('/api/v1/wecom/companies/{id}/syncs', { params: { path: { id: company.id } } }));
      void message.success(t('wecom.syncStarted'));
    } catch (error) {
      setRefused(error);
    } finally {
      setBusy(false);
      await queries.invalidateQueries({ queryKey: ['wecom', 'syncs', company.id] });
    }
  };
  return (
    <>
      <Button type="primary" loading={busy} disabled={running} onClick={() => void start()}>
        {t(running ? 'wecom.syncing' : 'wecom.syncNow')}
      </Button>
      {refused ? <ProblemNote problem={problemOf(refused)} /> : null}
    </>
  );
}
