import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Journey, type Problem, problemOf, useMay } from '@tilth/api';
import { Failed, Page, ProblemNote, Section, Skeleton } from '@tilth/ui';
import { App, Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { journeyQuery } from './queries';
import './customers.css';

interface Row {
  key: string;
  id: string | null;
  name: string;
}

/** 客户阶段: the journey as this company tells it. */
export function StagesPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const query = useQuery(journeyQuery);
  return (
    <Page title={t('customers.stages')} lede={t('customers.stagesLede')}>
      {tabs}
      {query.data ? (
        <JourneyForm key={query.data.version} journey={query.data} />
      ) : query.error ? (
        <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Page>
  );
}

function JourneyForm({ journey }: { journey: Journey }) {
  const { t } = useTranslation();
  const may = useMay();
  const [rows, setRows] = useState<Row[]>(journey.stages.map(({ id, name }) => ({ key: id, id, name })));
  const [heirs, setHeirs] = useState<Record<string, string>>({});
  const { save, busy, problem } = useSave(journey, rows, heirs);
  const counts = new Map(journey.stages.map((stage) => [stage.id, stage.customers]));
  const left = journey.stages.filter((stage) => !rows.some((row) => row.id === stage.id) && stage.customers > 0);
  const writes = may('customer-setting:write');
  const change = (key: string, name: string) => setRows(rows.map((row) => (row.key === key ? { ...row, name } : row)));
  const move = (at: number, by: number) => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row) {
      next.splice(at + by, 0, row);
      setRows(next);
    }
  };
  return (
    <>
      <Section title={t('customers.stageOrder')}>
        <ol className="rows rows-plain">
          {rows.map((row, at) => (
            <li key={row.key} className="stage-row">
              <Input
                aria-label={t('customers.stageName')}
                maxLength={20}
                value={row.name}
                disabled={!writes}
                onChange={(event) => change(row.key, event.target.value)}
              />
              <span className="quiet small">
                {row.id ? t('customers.stageCustomers', { count: counts.get(row.id) ?? 0 }) : t('customers.stageNew')}
              </span>
              {writes ? (
                <>
                  <Button size="small" disabled={at === 0} onClick={() => move(at, -1)}>
                    {t('customers.stageUp')}
                  </Button>
                  <Button size="small" disabled={at === rows.length - 1} onClick={() => move(at, 1)}>
                    {t('customers.stageDown')}
                  </Button>
                  <Button
                    size="small"
                    danger
                    disabled={rows.length === 1}
                    onClick={() => setRows(rows.filter((one) => one.key !== row.key))}
                  >
                    {t('customers.stageDrop')}
                  </Button>
                </>
              ) : null}
            </li>
          ))}
        </ol>
        {writes ? (
          <Button
            disabled={rows.length >= 20}
            onClick={() => setRows([...rows, { key: crypto.randomUUID(), id: null, name: '' }])}
          >
            {t('customers.stageAdd')}
          </Button>
        ) : null}
      </Section>
      {left.map((stage) => (
        <p key={stage.id} className="stage-row">
          {t('customers.stageHeir', { name: stage.name, count: stage.customers })}
          <Select
            className="stage-select"
            aria-label={t('customers.stageHeir', { name: stage.name, count: stage.customers })}
            value={heirs[stage.id] ?? null}
            onChange={(heir: string | null) => heir && setHeirs({ ...heirs, [stage.id]: heir })}
            options={rows.flatMap((row) => (row.id ? [{ value: row.id, label: row.name }] : []))}
          />
        </p>
      ))}
      {writes ? (
        <>
          {problem ? <ProblemNote problem={problem} /> : null}
          <div className="form-actions">
            <Button type="primary" loading={busy} disabled={rows.some((row) => !row.name.trim())} onClick={save}>
              {t('customers.save')}
            </Button>
          </div>
          <Packs packs={journey.packs} take={(names) => setRows(renamed(rows, names))} />
        </>
      ) : null}
    </>
  );
}

function Packs({ packs, take }: { packs: Journey['packs']; take: (names: string[]) => void }) {
  const { t } = useTranslation();
  return (
    <Section title={t('customers.packs')} lede={t('customers.packsLede')}>
      {Object.entries(packs).map(([pack, names]) => (
        <p key={pack} className="stage-row">
          <Button onClick={() => take(names as string[])}>{t(`customers.pack.${pack}`)}</Button>
          <span className="quiet small">{(names as string[]).join(' → ')}</span>
        </p>
      ))}
    </Section>
  );
}

function useSave(journey: Journey, rows: Row[], heirs: Record<string, string>) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const save = async () => {
    setBusy(true);
    setProblem(null);
    try {
      const stages = rows.map(({ id, name }) => ({ id, name: name.trim() }));
      await ask(api.PUT('/api/v1/stages', { body: { stages, heirs, version: journey.version } }));
      await queries.invalidateQueries({ queryKey: ['stages'] });
      void message.success(t('customers.saved'));
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(false);
    }
  };
  return { save: () => void save(), busy, problem };
}

/** Stages of the same name stay what they are, with their customers. */
function renamed(rows: Row[], names: string[]): Row[] {
  return names.map((name) => rows.find((row) => row.name === name) ?? { key: crypto.randomUUID(), id: null, name });
}
