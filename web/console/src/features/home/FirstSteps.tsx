import { useQuery } from '@tanstack/react-query';
import { api, ask, problemOf, useMay, useSession } from '@tilth/api';
import { CheckIcon, Failed, RightIcon, Section, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import './home.css';

interface Step {
  key: string;
  done: boolean;
  to: string;
}

/** What a company sets up first; each line is true because the server was asked. */
export function FirstSteps() {
  const { t } = useTranslation();
  const { steps, problem, retry } = useSteps();
  if (problem) {
    return <Failed problem={problem} retry={retry} />;
  }
  if (!steps) {
    return <Skeleton lines={5} />;
  }
  if (steps.length === 0) {
    return null;
  }
  const done = steps.filter((step) => step.done).length;
  const next = steps.find((step) => !step.done);
  return (
    <Section
      title={t('home.steps')}
      lede={next ? t('home.progress', { done, total: steps.length }) : t('home.allDone')}
    >
      <ol className="steps">
        {steps.map((step) => (
          <li key={step.key} className={step.done ? 'step step-done' : 'step'}>
            <span className="step-mark">{step.done ? <CheckIcon size={14} /> : null}</span>
            <div>
              <p className="step-title">
                {t(`home.step.${step.key}.title`)}
                {step.done ? <span className="unseen">{t('home.done')}</span> : null}
              </p>
              <p className="quiet">{t(`home.step.${step.key}.${step.done ? 'done' : 'why'}`)}</p>
            </div>
            <Link to={step.to} className={step === next ? 'step-go step-next' : 'step-go'}>
              {t(step.done ? 'home.look' : `home.step.${step.key}.do`)}
              <RightIcon size={16} />
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function useSteps() {
  const may = useMay();
  const { support } = useSession();
  const me = useQuery({ queryKey: ['me', 'self'], queryFn: () => ask(api.GET('/api/v1/me')) });
  const company = useQuery({
    queryKey: ['company'],
    queryFn: () => ask(api.GET('/api/v1/company')),
    enabled: may('company:write'),
  });
  const accounts = useQuery({
    queryKey: ['accounts', 'few'],
    queryFn: () => ask(api.GET('/api/v1/accounts', { params: { query: { limit: 2 } } })),
    enabled: may('account:write'),
  });
  const invitations = useQuery({
    queryKey: ['accounts', 'invitations'],
    queryFn: () => ask(api.GET('/api/v1/invitations')),
    enabled: may('account:write'),
  });
  const wecom = useQuery({
    queryKey: ['wecom', 'companies'],
    queryFn: () => ask(api.GET('/api/v1/wecom/companies')),
    enabled: may('wecom:write'),
  });
  const keys = useQuery({
    queryKey: ['api-keys'],
    queryFn: () => ask(api.GET('/api/v1/api-keys')),
    enabled: may('api-key:write'),
  });
  const asked = [me, company, accounts, invitations, wecom, keys].filter(
    (query) => query.fetchStatus !== 'idle' || query.data,
  );
  const failed = asked.find((query) => query.error && !query.data);
  const retry = () => void Promise.all(asked.map((query) => query.refetch()));
  if (failed) {
    return { steps: null, problem: problemOf(failed.error), retry };
  }
  if (asked.some((query) => !query.data) || !me.data) {
    return { steps: null, problem: null, retry };
  }
  const invited = (accounts.data?.items.length ?? 0) > 1 || (invitations.data?.length ?? 0) > 0;
  const settings = '/console/settings';
  const steps: (Step | false | undefined)[] = [
    company.data && { key: 'company', done: true, to: `${settings}/company` },
    !support && { key: 'totp', done: me.data.totp, to: `${settings}/me#totp` },
    accounts.data && { key: 'invite', done: invited, to: `${settings}/accounts${invited ? '' : '?invite=1'}` },
    wecom.data && {
      key: 'wecom',
      done: wecom.data.some((one) => one.state === 'CONNECTED'),
      to: `${settings}/wecom`,
    },
    keys.data && {
      key: 'apiKey',
      done: keys.data.some((key) => !key.revokedAt),
      to: `${settings}/api-keys`,
    },
  ];
  return { steps: steps.filter((step): step is Step => Boolean(step)), problem: null, retry };
}
