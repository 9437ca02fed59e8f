import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type CodePlan, problemOf, useMay } from '@tilth/api';
import { Confirm, Count, DownloadIcon, Failed, Moment, Page, Section, Skeleton, Split, useAddress } from '@tilth/ui';
import { App, Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { planQuery, runsQuery } from './queries';
import { RunProgress } from './RunProgress';
import { RunState } from './RunState';
import { ShopsOfPlan } from './ShopsOfPlan';
import './code-plans.css';

const PrintPanel = lazy(async () => ({ default: (await import('./PrintPanel')).PrintPanel }));

/** One plan: what its codes bring together, how each shop stands, what was done with it. */
export function PlanPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const plan = useQuery({
    ...planQuery(id),
    refetchInterval: (query) => (query.state.data?.lastRun?.state === 'RUNNING' ? 3000 : false),
  });
  if (plan.data) {
    return <Plan plan={plan.data} />;
  }
  return (
    <Page title={t('codePlans.title')}>
      {plan.error ? (
        <Failed problem={problemOf(plan.error)} retry={() => void plan.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function Plan({ plan }: { plan: CodePlan }) {
  const { t } = useTranslation();
  const may = useMay();
  const go = useNavigate();
  const { get, set } = useAddress();
  const [marked, setMarked] = useState<Set<string>>(new Set());
  const writes = may('channel-code:write');
  const at = `/console/reach/code-plans/${plan.id}`;
  return (
    <Page
      wide
      title={plan.template.name}
      lede={t('codePlans.detailLede')}
      action={
        <span className="row">
          <Button icon={<DownloadIcon />} onClick={() => set({ print: '1' })} disabled={plan.codes === 0}>
            {marked.size > 0 ? t('codePlans.printMarked', { count: marked.size }) : t('codePlans.print')}
          </Button>
          {writes ? (
            <>
              <Button onClick={() => void go(`${at}/edit`)}>{t('codePlans.edit')}</Button>
              <Button type="primary" onClick={() => void go(`${at}/apply`)}>
                {t('codePlans.toPreview')}
              </Button>
            </>
          ) : null}
        </span>
      }
    >
      {plan.lastRun ? <RunProgress plan={plan.id} run={plan.lastRun} /> : null}
      <Split
        panel={
          get('print') ? (
            <Suspense>
              <PrintPanel plan={plan} marked={marked} onClose={() => set({ print: null })} />
            </Suspense>
          ) : null
        }
      >
        <dl className="plan-totals">
          {(['codes', 'today', 'added', 'fresh'] as const).map((key) => (
            <div key={key}>
              <dd>
                <Count of={plan[key]} />
              </dd>
              <dt className="quiet small">{t(`codePlans.${key}`)}</dt>
            </div>
          ))}
        </dl>
        <ShopsOfPlan plan={plan} marked={marked} onMark={setMarked} />
        <History plan={plan} />
        {writes && plan.codes === 0 && !plan.lastRun ? <Remove plan={plan} /> : null}
      </Split>
    </Page>
  );
}

/** What was done with the plan; the last application can be taken back. */
function History({ plan }: { plan: CodePlan }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const runs = useQuery(runsQuery(plan.id));
  const last = runs.data?.find((run) => run.kind === 'APPLY' && !run.undone);
  const undo = async () => {
    await ask(api.POST('/api/v1/code-plans/{id}/undo', { params: { path: { id: plan.id } } }));
    await queries.invalidateQueries({ queryKey: ['code-plans'] });
    void message.success(t('codePlans.undoing'));
  };
  if (runs.error) {
    return <Failed problem={problemOf(runs.error)} retry={() => void runs.refetch()} />;
  }
  if (!runs.data?.length) {
    return null;
  }
  return (
    <Section title={t('codePlans.history')}>
      <ul className="rows rows-plain">
        {runs.data.map((run) => (
          <li key={run.id}>
            <div>
              <p>
                {t(`codePlans.kind.${run.kind}`, { count: run.total })} <RunState run={run} />
              </p>
              <p className="quiet small">
                {run.by} · <Moment at={run.at} />
              </p>
            </div>
            {run.id === last?.id && may('channel-code:write') && runs.data[0]?.state === 'DONE' ? (
              <Button size="small" onClick={() => setAsking(true)}>
                {t('codePlans.undo')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <Confirm
        open={asking}
        danger
        title={t('codePlans.undoAsk')}
        confirm={t('codePlans.undo')}
        onConfirm={undo}
        onClose={() => setAsking(false)}
      >
        <p>{t('codePlans.undoConsequence', { count: last?.total ?? 0 })}</p>
      </Confirm>
    </Section>
  );
}

function Remove({ plan }: { plan: CodePlan }) {
  const { t } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await ask(api.DELETE('/api/v1/code-plans/{id}', { params: { path: { id: plan.id } } }));
    void go('/console/reach/code-plans', { replace: true });
    await queries.invalidateQueries({ queryKey: ['code-plans', 'list'] });
  };
  return (
    <Section danger title={t('codePlans.remove')}>
      <Button danger onClick={() => setAsking(true)}>
        {t('codePlans.remove')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('codePlans.removeAsk', { name: plan.template.name })}
        confirm={t('codePlans.remove')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        <p>{t('codePlans.removeConsequence')}</p>
      </Confirm>
    </Section>
  );
}
