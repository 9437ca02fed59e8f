import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type CodePlan, type CodePlanPreview, problemOf } from '@tilth/api';
import { Banner, Confirm, Count, counted, Failed, Page, Section, Skeleton, Tag } from '@tilth/ui';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { PlanSteps } from './PlanFormPage';
import { PreviewedShops } from './PreviewedShops';
import { planQuery, previewQuery, runsQuery } from './queries';
import { RunProgress } from './RunProgress';
import './code-plans.css';

/** What will happen, shop by shop, before anything does; then how far it has come. */
export function ApplyPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const plan = useQuery(planQuery(id));
  const preview = useQuery(previewQuery(id));
  const [ordered, setOrdered] = useState(false);
  const error = plan.error ?? preview.error;
  const running = plan.data?.lastRun?.state === 'RUNNING';
  return (
    <Page
      wide
      title={plan.data?.template.name ?? t('codePlans.title')}
      lede={ordered || running ? null : t('codePlans.previewLede')}
      action={<Link to={`/console/reach/code-plans/${id}`}>{t('codePlans.toPlan')}</Link>}
    >
      <PlanSteps at={ordered || running ? 3 : 2} />
      {plan.data && (ordered || running) ? (
        <Going plan={plan.data} />
      ) : plan.data && preview.data ? (
        <Preview key={preview.data.mark} plan={plan.data} preview={preview.data} onOrdered={() => setOrdered(true)} />
      ) : error ? (
        <Failed problem={problemOf(error)} retry={() => void Promise.all([plan.refetch(), preview.refetch()])} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}

function Going({ plan }: { plan: CodePlan }) {
  const { t } = useTranslation();
  const runs = useQuery({
    ...runsQuery(plan.id),
    refetchInterval: (query) => (query.state.data?.[0]?.state === 'RUNNING' ? 3000 : false),
  });
  const run = runs.data?.[0];
  if (!run) {
    return <Skeleton lines={4} />;
  }
  const done = run.state === 'DONE';
  return (
    <Section title={t(done ? 'codePlans.finished' : 'codePlans.applying')}>
      <div className="stack">
        <RunProgress plan={plan.id} run={run} />
        {done && run.failed === 0 ? <p>{t('codePlans.finishedHelp', { count: run.done })}</p> : null}
        <div className="row">
          <Link to={`/console/reach/code-plans/${plan.id}`}>{t('codePlans.toCodes')}</Link>
          {done ? <Link to={`/console/reach/code-plans/${plan.id}?print=1`}>{t('codePlans.print')}</Link> : null}
        </div>
      </div>
    </Section>
  );
}

interface PreviewProps {
  plan: CodePlan;
  preview: CodePlanPreview;
  onOrdered: () => void;
}

function Preview({ plan, preview, onOrdered }: PreviewProps) {
  const { t, i18n } = useTranslation();
  const go = useNavigate();
  const queries = useQueryClient();
  const [overwrite, setOverwrite] = useState<ReadonlySet<string>>(new Set());
  const [retireGone, setRetireGone] = useState(false);
  const [asking, setAsking] = useState(false);
  const moves =
    preview.made +
    preview.changed +
    preview.revived +
    preview.edited.filter((one) => one.codeId && overwrite.has(one.codeId) && one.changed.length === 0).length +
    (retireGone ? preview.gone.length : 0);
  const apply = async () => {
    await ask(
      api.POST('/api/v1/code-plans/{id}/runs', {
        params: { path: { id: plan.id } },
        body: { version: preview.version, mark: preview.mark, overwrite: [...overwrite], retireGone },
      }),
    );
    onOrdered();
    await queries.invalidateQueries({ queryKey: ['code-plans'] });
  };
  return (
    <>
      <Totals preview={preview} />
      {preview.newChannels.length > 0 ? (
        <p className="quiet plan-note">{t('codePlans.newChannels', { names: preview.newChannels.join('、') })}</p>
      ) : null}
      {preview.changes.length > 0 ? (
        <Section title={t('codePlans.changes')}>
          <p className="row">
            {preview.changes.map((one) => (
              <Tag key={one.part}>
                {t('codePlans.changeCount', { part: t(`codePlans.part.${one.part}`), count: one.codes })}
              </Tag>
            ))}
          </p>
        </Section>
      ) : null}
      {preview.examples.length > 0 ? (
        <Section title={t('codePlans.examples')}>
          <PreviewedShops shops={preview.examples} />
        </Section>
      ) : null}
      {preview.edited.length > 0 ? (
        <Section title={t('codePlans.edited', { count: preview.edited.length })} lede={t('codePlans.editedHelp')}>
          <PreviewedShops shops={preview.edited} ticked={overwrite} onTick={setOverwrite} />
        </Section>
      ) : null}
      {preview.blocked.length > 0 ? (
        <Section title={t('codePlans.blocked', { count: preview.blocked.length })} lede={t('codePlans.blockedHelp')}>
          <PreviewedShops shops={preview.blocked} />
        </Section>
      ) : null}
      {preview.gone.length > 0 ? (
        <Section title={t('codePlans.gone', { count: preview.gone.length })} lede={t('codePlans.goneHelp')}>
          <Checkbox checked={retireGone} onChange={(event) => setRetireGone(event.target.checked)}>
            {t('codePlans.retireGone')}
          </Checkbox>
          <PreviewedShops shops={preview.gone} />
        </Section>
      ) : null}
      {moves === 0 ? <Banner tone="leaf">{t('codePlans.nothing')}</Banner> : null}
      <div className="row plan-actions">
        <Button type="primary" disabled={moves === 0} onClick={() => setAsking(true)}>
          {t('codePlans.apply', { count: moves, formatted: counted(moves, i18n.language) })}
        </Button>
        <Button onClick={() => void go(`/console/reach/code-plans/${plan.id}/edit`)}>{t('codePlans.editAgain')}</Button>
      </div>
      <Confirm
        open={asking}
        title={t('codePlans.applyAsk', { name: plan.template.name })}
        confirm={t('codePlans.applyDo')}
        onConfirm={apply}
        onClose={() => setAsking(false)}
      >
        <p>{t('codePlans.applyConsequence', { count: moves })}</p>
      </Confirm>
    </>
  );
}

function Totals({ preview }: { preview: CodePlanPreview }) {
  const { t } = useTranslation();
  const shown = [
    ['made', preview.made],
    ['changed', preview.changed],
    ['revived', preview.revived],
    ['alike', preview.alike],
    ['blockedShops', preview.blocked.length],
  ] as const;
  return (
    <dl className="plan-totals">
      {shown
        .filter(([key, value]) => value > 0 || key === 'made' || key === 'changed')
        .map(([key, value]) => (
          <div key={key}>
            <dd>
              <Count of={value} />
            </dd>
            <dt className="quiet small">{t(`codePlans.total.${key}`)}</dt>
          </div>
        ))}
    </dl>
  );
}
