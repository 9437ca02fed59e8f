import type { Tenant } from '@tilth/api';
import { type Column, daysUntil, Moment, Tag, Zone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { useOwners } from './queries';

/** With the panel open there is room for the four that tell tenants apart. */
export function useTenantColumns(narrow: boolean): Column<Tenant>[] {
  const { t } = useTranslation();
  const owners = useOwners();
  const columns: (Column<Tenant> & { wide?: boolean })[] = [
    {
      key: 'name',
      title: t('tenants.name'),
      sort: { by: 'NAME', way: 'ascending' },
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
      sort: { by: 'VALID_UNTIL', way: 'ascending' },
      width: 180,
      render: (tenant) => <Validity tenant={tenant} />,
    },
    {
      key: 'lastSignedInAt',
      title: t('tenants.lastSignedIn'),
      sort: { by: 'LAST_SIGNED_IN', way: 'ascending' },
      width: 132,
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
      render: (tenant) => t(`trade.name.${tenant.trade}`),
    },
    {
      key: 'owner',
      title: t('tenants.owner'),
      wide: true,
      width: 100,
      render: (tenant) => <Owner id={tenant.ownerId} nameOf={owners.nameOf} />,
    },
    {
      key: 'createdAt',
      title: t('tenants.createdAt'),
      sort: { by: 'NEWEST', way: 'descending' },
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
  return columns.filter((column) => !(narrow && column.wide) && (column.key !== 'owner' || owners.shown));
}

export function TenantState({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  if (tenant.state === 'ACTIVE') {
    return null;
  }
  return <Tag tone={tenant.state === 'ERASED' ? 'quiet' : 'red'}>{t(`tenants.state.${tenant.state}`)}</Tag>;
}

export function Owner({ id, nameOf }: { id: string | null; nameOf: (id: string) => string | undefined }) {
  const { t } = useTranslation();
  return id ? (nameOf(id) ?? '–') : <span className="quiet">{t('tenants.noOwner')}</span>;
}

/** The end of the term in the tenant's own zone; clay when somebody should call them this week. */
export function Validity({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
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
