import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, type CodePlanRun, problemOf, useMay } from '@tilth/api';
import { Banner, Meter, ProblemNote } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** How far the last order has come, and what failed of it. */
export function RunProgress({ plan, run }: { plan: string; run: CodePlanRun }) {
  const { t } = useTranslation();
  if (run.state === 'RUNNING') {
    return (
      <div className="plan-progress" aria-live="polite">
        <p>
          <strong>{t(`codePlans.going.${run.kind}`, { done: run.done, total: run.total })}</strong>
        </p>
        <Meter label={t('codePlans.progress')} value={run.done + run.failed} of={run.total} />
        <p className="quiet small">{t('codePlans.goingHelp')}</p>
      </div>
    );
  }
  return run.failed > 0 ? <Failures plan={plan} run={run} /> : null;
}

function Failures({ plan, run }: { plan: string; run: CodePlanRun }) {
  const { t } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/code-plans/{id}/retry', { params: { path: { id: plan } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['code-plans'] }),
  });
  return (
    <Banner tone="red">
      <div className="row row-between">
        <span>{t('codePlans.failedHelp', { count: run.failed })}</span>
        {may('channel-code:write') ? (
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate()}>
            {t('codePlans.retry')}
          </Button>
        ) : null}
      </div>
      {retry.error ? <ProblemNote problem={problemOf(retry.error)} /> : null}
    </Banner>
  );
}
