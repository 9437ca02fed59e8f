import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Problem, problemOf, type RoleRule, useMay } from '@tilth/api';
import { Empty, Failed, Page, PlusIcon, ProblemNote, Skeleton } from '@tilth/ui';
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { blank, bodyOf, type Draft, draftOf, whole } from './draft';
import { RuleRow } from './RuleRow';
import './role-rules.css';

const rulesKey = ['role-rules'];

/** Which role somebody gets who signs in by WeCom for the first time: the first rule that fits. */
export function RoleRulesPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const rules = useQuery({ queryKey: rulesKey, queryFn: () => ask(api.GET('/api/v1/role-rules')) });
  return (
    <Page wide title={t('roleRules.title')} lede={t('roleRules.lede')}>
      {tabs}
      {rules.data ? (
        <Rules key={rules.dataUpdatedAt} rules={rules.data} />
      ) : rules.error ? (
        <Failed problem={problemOf(rules.error)} retry={() => void rules.refetch()} />
      ) : (
        <Skeleton lines={5} />
      )}
    </Page>
  );
}

function Rules({ rules }: { rules: RoleRule[] }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [drafts, setDrafts] = useState<Draft[]>(() => rules.map(draftOf));
  const [changed, setChanged] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const writable = may('role-rule:write');
  const edit = (next: Draft[]) => {
    setDrafts(next);
    setChanged(true);
  };
  const move = (from: number, by: number) => {
    const next = [...drafts];
    const [one] = next.splice(from, 1);
    if (one) {
      next.splice(from + by, 0, one);
      edit(next);
    }
  };
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const now = await ask(api.PUT('/api/v1/role-rules', { body: { rules: drafts.map(bodyOf) } }));
      queries.setQueryData(rulesKey, now);
      void message.success(t('roleRules.saved'));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  const add = () => edit([...drafts, blank()]);
  if (drafts.length === 0) {
    return (
      <Empty
        title={t('roleRules.none')}
        action={
          writable ? (
            <Button type="primary" icon={<PlusIcon />} onClick={add}>
              {t('roleRules.add')}
            </Button>
          ) : null
        }
      >
        {t('roleRules.noneHelp')}
      </Empty>
    );
  }
  return (
    <div className="stack">
      <ol className="rules" aria-label={t('roleRules.title')}>
        {drafts.map((draft, index) => (
          <RuleRow
            key={draft.key}
            draft={draft}
            number={index + 1}
            last={index === drafts.length - 1}
            writable={writable}
            onChange={(next) => edit(drafts.map((one) => (one.key === draft.key ? next : one)))}
            onMove={(by) => move(index, by)}
            onRemove={() => edit(drafts.filter((one) => one.key !== draft.key))}
          />
        ))}
      </ol>
      <p className="quiet small">{t('roleRules.otherwise')}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      {writable ? (
        <div className="row">
          <Button icon={<PlusIcon />} onClick={add}>
            {t('roleRules.add')}
          </Button>
          <Button type="primary" loading={busy} disabled={!changed || !drafts.every(whole)} onClick={() => void save()}>
            {t('roleRules.save')}
          </Button>
          {changed && !drafts.every(whole) ? <span className="quiet small">{t('roleRules.notWhole')}</span> : null}
        </div>
      ) : null}
    </div>
  );
}
