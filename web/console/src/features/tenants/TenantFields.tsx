import { useQuery } from '@tanstack/react-query';
import { type Tenant, useMay } from '@tilth/api';
import { dayOf, endOfDay, TimeZoneSelect } from '@tilth/ui';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ownersQuery } from './queries';

export interface TenantValues {
  name: string;
  trade: string | null;
  timeZone: string;
  plan: Tenant['plan'];
  /** A calendar day in the tenant's zone; the term ends with it. */
  validUntil: string | null;
  ownerId: string | null;
}

export const PLANS = ['TRIAL', 'STANDARD', 'PRO', 'ENTERPRISE'] as const;

export function valuesOf(tenant: Tenant): TenantValues {
  const { name, trade, timeZone, plan, validUntil, owner } = tenant;
  return {
    name,
    trade,
    timeZone,
    plan,
    validUntil: validUntil ? dayOf(validUntil, timeZone) : null,
    ownerId: owner?.id ?? null,
  };
}

export function bodyOf(values: TenantValues) {
  return {
    ...values,
    trade: values.trade || null,
    ownerId: values.ownerId ?? null,
    validUntil: values.validUntil ? endOfDay(values.validUntil, values.timeZone) : null,
  };
}

/** What is known of a tenant, the same when opening as when changing. */
export function TenantFields() {
  const { t } = useTranslation();
  const may = useMay();
  const owners = useQuery({ ...ownersQuery, enabled: may('account:read') });
  return (
    <>
      <Form.Item name="name" label={t('tenants.name')} rules={[{ required: true, message: t('tenants.nameMissing') }]}>
        <Input maxLength={100} placeholder={t('tenants.nameExample')} />
      </Form.Item>
      <Form.Item name="trade" label={t('tenants.trade')}>
        <Input maxLength={50} placeholder={t('company.tradeExample')} />
      </Form.Item>
      <Form.Item name="timeZone" label={t('tenants.timeZone')}>
        <TimeZoneSelect />
      </Form.Item>
      <Form.Item name="plan" label={t('tenants.plan')}>
        <Select options={PLANS.map((value) => ({ value, label: t(`company.plan.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label={t('tenants.validUntil')}
        extra={t('tenants.validUntilHint')}
        getValueProps={(value?: string | null) => ({ value: value ? dayjs(value) : null })}
        normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null}
      >
        <DatePicker className="wide" />
      </Form.Item>
      {may('account:read') ? (
        <Form.Item name="ownerId" label={t('tenants.owner')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('tenants.noOwner')}
            options={owners.data?.items.map((one) => ({ value: one.id, label: one.name })) ?? []}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
