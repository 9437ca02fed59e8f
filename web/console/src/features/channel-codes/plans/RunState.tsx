import type { CodePlanRun } from '@tilth/api';
import { Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

/** How an application of a plan went, in a word. */
export function RunState({ run }: { run: CodePlanRun }) {
  const { t } = useTranslation();
  if (run.state === 'RUNNING') {
    return <Tag tone="leaf">{t(`codePlans.going.${run.kind}`, { done: run.done, total: run.total })}</Tag>;
  }
  if (run.failed > 0) {
    return <Tag tone="red">{t('codePlans.failedCount', { count: run.failed })}</Tag>;
  }
  return <Tag>{t(run.undone ? 'codePlans.undone' : `codePlans.doneOf.${run.kind}`)}</Tag>;
}
