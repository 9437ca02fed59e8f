import { useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type Tenant } from '@tilth/api';
import { type Difference, ProblemForm, problemText, StaleDialog, usePinned } from '@tilth/ui';
import { App } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tenantQuery, useOwners } from './queries';
import { bodyOf, TenantFields, type TenantValues, valuesOf } from './TenantFields';

export function TenantForm({ tenant: latest }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: tenant, hold, release } = usePinned(latest);
  const [stale, setStale] = useState<{ current: Tenant; mine: TenantValues } | null>(null);
  const owners = useOwners();
  const owner: Named = ({ ownerId }) => (ownerId ? (owners.nameOf(ownerId) ?? '–') : t('tenants.noOwner'));
  const take = async (now: Tenant) => {
    queries.setQueryData(tenantQuery(tenant.id).queryKey, now);
    setStale(null);
    release();
    await queries.invalidateQueries({ queryKey: ['tenants', 'list'] });
  };
  const save = async (values: TenantValues, version: number) => {
    const params = { path: { id: tenant.id } };
    // Who may not see accounts has no field for the owner, and must not take it away.
    const body = { ...bodyOf({ ...valuesOf(tenant), ...values }), version };
    await take(await ask(api.PUT('/api/v1/operator/tenants/{id}', { params, body })));
    void message.success(t('tenants.saved'));
  };
  return (
    <>
      <ProblemForm<TenantValues>
        key={tenant.version}
        name="tenant"
        submit={t('tenants.save')}
        initial={valuesOf(tenant)}
        onTyped={hold}
        onSubmit={(values) => save(values, tenant.version)}
        onStale={(current, mine) => setStale({ current: current as Tenant, mine })}
      >
        <TenantFields />
      </ProblemForm>
      <StaleDialog
        rows={stale ? differences(valuesOf(stale.current), { ...valuesOf(tenant), ...stale.mine }, owner, t) : null}
        onClose={() => setStale(null)}
        onTakeTheirs={() => stale && void take(stale.current)}
        onKeepMine={() =>
          stale &&
          save(stale.mine, stale.current.version).catch((error) => void message.error(problemText(problemOf(error), t)))
        }
      />
    </>
  );
}

type Named = (values: TenantValues) => string;

function differences(theirs: TenantValues, mine: TenantValues, owner: Named, t: TFunction): Difference[] {
  const plan = (values: TenantValues) => t(`company.plan.${values.plan}`);
  const trade = (values: TenantValues) => t(`trade.name.${values.trade}`);
  const rows: [string, string, string][] = [
    [t('tenants.name'), theirs.name, mine.name],
    [t('tenants.trade'), trade(theirs), trade(mine)],
    [t('tenants.timeZone'), theirs.timeZone, mine.timeZone],
    [t('tenants.plan'), plan(theirs), plan(mine)],
    [t('tenants.validUntil'), theirs.validUntil, mine.validUntil],
    [t('tenants.owner'), owner(theirs), owner(mine)],
  ];
  return rows.map(([label, now, ours]) => ({
    label,
    theirs: now,
    mine: ours,
    differs: now !== ours,
  }));
}
