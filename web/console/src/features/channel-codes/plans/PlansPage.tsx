import { useQuery } from '@tanstack/react-query';
import { type CodePlan, useMay, whole } from '@tilth/api';
import { type Column, Count, DataTable, Empty, Moment, Page, PlusIcon } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { plansQuery } from './queries';
import { RunState } from './RunState';
import './code-plans.css';

/** All plans, the newest first, with what their codes brought together. */
export function PlansPage() {
  const { t } = useTranslation();
  const may = useMay();
  const go = useNavigate();
  const plans = useQuery(plansQuery);
  const begin = may('channel-code:write') ? (
    <Button type="primary" icon={<PlusIcon />} onClick={() => void go('/console/reach/code-plans/new')}>
      {t('codePlans.new')}
    </Button>
  ) : null;
  return (
    <Page wide title={t('codePlans.title')} lede={t('codePlans.lede')} action={begin}>
      <DataTable<CodePlan>
        label={t('codePlans.title')}
        columns={useColumns()}
        pages={whole(plans)}
        rowKey={(plan) => plan.id}
        onOpen={(plan) => void go(`/console/reach/code-plans/${plan.id}`)}
        empty={
          <Empty title={t('codePlans.none')} action={begin}>
            {t('codePlans.noneHelp')}
          </Empty>
        }
      />
    </Page>
  );
}

function useColumns(): Column<CodePlan>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('codePlans.name'),
      render: (plan) => (
        <>
          {plan.template.name}
          <div className="quiet small">
            {plan.template.scope === 'CITIES'
              ? plan.template.cities.join('、')
              : t(`codePlans.scopeOf.${plan.template.scope}`, { count: plan.template.shops.length })}
          </div>
        </>
      ),
    },
    {
      key: 'codes',
      title: t('codePlans.codes'),
      end: true,
      width: 96,
      render: (plan) => <Count of={plan.codes} />,
    },
    {
      key: 'today',
      title: t('codePlans.today'),
      end: true,
      width: 96,
      render: (plan) => <Count of={plan.today} />,
    },
    {
      key: 'fresh',
      title: t('codePlans.fresh'),
      end: true,
      width: 96,
      render: (plan) => <Count of={plan.fresh} />,
    },
    {
      key: 'last',
      title: t('codePlans.lastRun'),
      width: 200,
      render: (plan) =>
        plan.lastRun ? (
          <>
            <RunState run={plan.lastRun} />
            <div className="quiet small">
              <Moment at={plan.lastRun.at} as="ago" />
            </div>
          </>
        ) : (
          <span className="quiet">{t('codePlans.notApplied')}</span>
        ),
    },
  ];
}
