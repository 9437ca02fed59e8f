import type { Tenant } from '@tilth/api';
import { type Column, daysUntil, Moment, Tag, Zone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

/** With the panel open there is room for the four that tell tenants apart. */
export function useTenantColumns(narrow: boolean): Column<Tenant>[] {
  const { t } = useTranslation();
  const columns: (Column<Tenant> & { wide?: boolean })[] = [
    {
      key: 'name',
      title: t('tenants.name'),
      sort: 'name',
      render: (tenant) => (
        <>
          {tenant.name} <TenantState tenant={tenant} />
        </>
      ),
    },
    { key: 'plan', title: t('tenants.plan'), width: 90, render: (tenant) => t(`company.plan.${tenant.plan}`) },
    {
      key: 'validUntil',
      title: t('tenants.validUntil'),
      sort: 'validUntil',
      width: 180,
      render: (tenant) => <Validity tenant={tenant} />,
    },
    {
      key: 'lastSignedInAt',
      title: t('tenants.lastSignedIn'),
      sort: 'lastSignedInAt',
      width: 120,
      render: (tenant) =>
        tenant.lastSignedInAt ? (
          <Moment at={tenant.lastSignedInAt} as="ago" />
        ) : (
          <span className="quiet">{t('accounts.never')}</span>
        ),
    },
    {
      key: 'trade',
      title: t('tenants.trade'),
      wide: true,
      spare: true,
      width: 110,
      render: (tenant) => tenant.trade ?? <span className="quiet">–</span>,
    },
    {
      key: 'owner',
      title: t('tenants.owner'),
      wide: true,
      width: 100,
      render: (tenant) => tenant.owner?.name ?? <span className="quiet">{t('tenants.noOwner')}</span>,
    },
    {
      key: 'accounts',
      title: t('tenants.accounts'),
      wide: true,
      spare: true,
      end: true,
      width: 80,
      render: (tenant) => tenant.accounts,
    },
    {
      key: 'createdAt',
      title: t('tenants.createdAt'),
      sort: 'createdAt',
      wide: true,
      spare: true,
      width: 120,
      render: (tenant) => (
        <Zone name={tenant.timeZone}>
          <Moment at={tenant.createdAt} as="date" />
        </Zone>
      ),
    },
  ];
  return narrow ? columns.filter((column) => !column.wide) : columns;
}

export function TenantState({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  if (tenant.state === 'ACTIVE') {
    return null;
  }
  return <Tag tone={tenant.state === 'ERASED' ? 'quiet' : 'red'}>{t(`tenants.state.${tenant.state}`)}</Tag>;
}

/** The end of the term in the tenant's own zone; clay when somebody should call them this week. */
export function Validity({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  if (!tenant.validUntil) {
    return <span className="quiet">{t('tenants.noEnd')}</span>;
  }
  const left = daysUntil(tenant.validUntil);
  const soon = left <= (tenant.plan === 'TRIAL' ? 7 : 30) && tenant.state === 'ACTIVE';
  return (
    <Zone name={tenant.timeZone}>
      <Moment at={tenant.validUntil} as="date" />{' '}
      {soon ? (
        <span className="clay-text small">
          {left < 0 ? t('tenants.over', { count: -left }) : t('tenants.left', { count: left })}
        </span>
      ) : null}
    </Zone>
  );
}
