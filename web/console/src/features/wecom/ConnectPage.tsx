import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type ConnectStep, Problem, problemOf, type WecomCompany } from '@tilth/api';
import { Failed, Page, ProblemNote, Section, Skeleton, useAddress } from '@tilth/ui';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { CompanyState } from './CompaniesPage';
import { CompanySetup } from './CompanySetup';
import { FirstSync } from './FirstSync';
import { companyQuery, stepsQuery } from './queries';
import { StepRow } from './StepRow';
import './wecom.css';

/** Without these nothing works; the rest can be mended later. */
const NEEDED: readonly ConnectStep['key'][] = ['CREDENTIALS', 'CUSTOMER_CALLS', 'CALLBACK'];
/** These make more possible, and can wait until the customers are here. */
const LATE: readonly ConnectStep['key'][] = [
  'DOMAIN_FILE',
  'OAUTH_DOMAIN',
  'JSSDK_DOMAIN',
  'DEVELOPER_BINDING',
  'SIDEBAR',
];

/** One step after the other, each checked live; then the company is connected and its customers come. */
export function ConnectPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const company = useQuery(companyQuery(id));
  const steps = useQuery(stepsQuery(id));
  const failed = [company, steps].find((query) => query.error && !query.data);
  if (failed) {
    return (
      <Page title={t('wecom.title')}>
        <Failed problem={problemOf(failed.error)} retry={() => void failed.refetch()} />
      </Page>
    );
  }
  if (!company.data || !steps.data) {
    return (
      <Page title={t('wecom.title')}>
        <Skeleton lines={10} />
      </Page>
    );
  }
  return <Connect company={company.data} steps={steps.data} />;
}

function Connect({ company, steps }: { company: WecomCompany; steps: ConnectStep[] }) {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const connected = company.state === 'CONNECTED';
  const asked = get('step');
  const first = steps.find((step) => !good(step))?.key;
  const open = asked === 'none' ? null : asked || (connected ? null : first);
  const done = steps.filter(good).length;
  const next = (key: string) => {
    const place = steps.findIndex((step) => step.key === key);
    return steps.slice(place + 1).find((step) => !good(step))?.key ?? 'none';
  };
  return (
    <Page
      title={t('wecom.connectTitle', { name: company.name })}
      lede={
        <>
          <CompanyState company={company} /> {t(`wecom.stateLede.${company.state}`)}{' '}
          <Link to="/console/settings/wecom">{t('wecom.back')}</Link>
        </>
      }
    >
      {connected ? <FirstSync company={company} /> : null}
      <Section
        title={t('wecom.steps')}
        lede={t(done === steps.length ? 'wecom.stepsDone' : 'wecom.stepsProgress', { done, total: steps.length })}
      >
        <ol className="connect-steps">
          {steps.map((step) => (
            <StepRow
              key={step.key}
              company={company}
              step={step}
              open={step.key === open}
              late={LATE.includes(step.key)}
              onToggle={() => set({ step: step.key === open ? 'none' : step.key }, { replace: true })}
              onGood={() => set({ step: next(step.key) }, { replace: true })}
            />
          ))}
        </ol>
        {company.state === 'DRAFT' ? <Finish company={company} steps={steps} /> : null}
      </Section>
      <CompanySetup company={company} />
    </Page>
  );
}

function Finish({ company, steps }: { company: WecomCompany; steps: ConnectStep[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const missing = steps.filter((step) => NEEDED.includes(step.key) && !good(step));
  const connect = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const now = await ask(api.POST('/api/v1/wecom/companies/{id}/connect', { params: { path: { id: company.id } } }));
      queries.setQueryData(companyQuery(company.id).queryKey, now);
      await queries.invalidateQueries({ queryKey: ['wecom'] });
      window.scrollTo?.({ top: 0 });
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="stack connect-finish">
      <p className="quiet">
        {missing.length > 0
          ? t('wecom.connectMissing', { steps: missing.map((step) => t(`wecom.step.${step.key}.title`)).join(' · ') })
          : t('wecom.connectReady')}
      </p>
      <div>
        <Button type="primary" disabled={missing.length > 0} loading={busy} onClick={() => void connect()}>
          {t('wecom.connect')}
        </Button>
      </div>
      {problem instanceof Problem ? <ProblemNote problem={problem} /> : null}
    </div>
  );
}

export function good(step: ConnectStep): boolean {
  return step.state === 'OK' || step.state === 'DECLARED';
}
