import { useQuery } from '@tanstack/react-query';
import { problemOf, type Tenant, useMay } from '@tilth/api';
import { Facts, Failed, Moment, Section, SidePanel, Skeleton, Zone } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Owner, TenantState, Validity } from './columns';
import { tenantQuery, useOwners } from './queries';
import { AdminInvitation, TenantDeeds } from './TenantDeeds';
import { TenantForm } from './TenantForm';

interface Props {
  id: number;
  onClose: () => void;
  exports: ReactNode;
  support: ReactNode;
  materials: ReactNode;
}

/** One tenant: facts, support, copies, and what the operator may do to it. Times are told in its own zone. */
export function TenantPanel({ id, onClose, exports, support, materials }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const query = useQuery(tenantQuery(id));
  const tenant = query.data;
  if (!tenant) {
    return (
      <SidePanel title={t('tenants.one')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  return (
    <Zone name={tenant.timeZone}>
      <SidePanel
        title={tenant.name}
        subtitle={
          <>
            {t('tenants.number', { id: tenant.id })} <TenantState tenant={tenant} />
          </>
        }
        onClose={onClose}
      >
        <Section title={t('tenants.facts')}>
          <TenantFacts tenant={tenant} />
        </Section>
        {may('tenant:write') ? <AdminInvitation tenant={tenant} /> : null}
        {may('support:ask') ? (
          <Section title={t('tenants.support')} lede={t('tenants.supportLede')}>
            {support}
          </Section>
        ) : null}
        {may('tenant:write') ? (
          <Section title={t('tenants.change')}>
            <TenantForm tenant={tenant} />
          </Section>
        ) : null}
        {may('tenant:export') ? (
          <Section title={t('tenants.exports')} lede={t('tenants.exportsLede')}>
            {exports}
          </Section>
        ) : null}
        {may('material:take-down') ? (
          <Section title={t('tenants.materials')} lede={t('tenants.materialsLede')}>
            {materials}
          </Section>
        ) : null}
        <TenantDeeds tenant={tenant} />
      </SidePanel>
    </Zone>
  );
}

function TenantFacts({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const owners = useOwners();
  const rows: [string, ReactNode][] = [
    [t('tenants.plan'), t(`company.plan.${tenant.plan}`)],
    [t('tenants.validUntil'), <Validity key="valid" tenant={tenant} />],
    [t('tenants.trade'), t(`trade.name.${tenant.trade}`)],
    [t('tenants.timeZone'), tenant.timeZone],
    [
      t('tenants.lastSignedIn'),
      tenant.lastSignedInAt ? <Moment key="seen" at={tenant.lastSignedInAt} /> : t('accounts.never'),
    ],
    [t('tenants.createdAt'), <Moment key="created" at={tenant.createdAt} as="date" />],
  ];
  if (owners.shown) {
    rows.splice(4, 0, [t('tenants.owner'), <Owner key="owner" id={tenant.ownerId} nameOf={owners.nameOf} />]);
  }
  if (tenant.suspendedReason) {
    rows.push([t('tenants.suspendedReason'), tenant.suspendedReason]);
  }
  if (tenant.closesAt) {
    rows.push([t('tenants.closesAt'), <Moment key="closes" at={tenant.closesAt} />]);
  }
  return <Facts rows={rows} />;
}
