import type { Tenant } from '@tilth/api';
import { dayOf, endOfDay, TimeZoneSelect, TradeSelect } from '@tilth/ui';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useOwners } from './queries';

export interface TenantValues {
  name: string;
  trade: Tenant['trade'];
  timeZone: string;
  plan: Tenant['plan'];
  /** A calendar day in the tenant's zone; the term ends with it. */
  validUntil: string;
  ownerId: string | null;
}

export const PLANS = ['TRIAL', 'STANDARD', 'PRO', 'ENTERPRISE'] as const;

export function valuesOf(tenant: Tenant): TenantValues {
  const { name, trade, timeZone, plan, validUntil, ownerId } = tenant;
  return { name, trade, timeZone, plan, ownerId, validUntil: dayOf(validUntil, timeZone) };
}

export function bodyOf(values: TenantValues) {
  return { ...values, ownerId: values.ownerId ?? null, validUntil: endOfDay(values.validUntil, values.timeZone) };
}

/** What is known of a tenant, the same when opening as when changing. */
export function TenantFields() {
  const { t } = useTranslation();
  const owners = useOwners();
  return (
    <>
      <Form.Item name="name" label={t('tenants.name')} rules={[{ required: true, message: t('tenants.nameMissing') }]}>
        <Input maxLength={60} placeholder={t('tenants.nameExample')} />
      </Form.Item>
      <Form.Item name="trade" label={t('tenants.trade')} rules={[{ required: true, message: t('trade.missing') }]}>
        <TradeSelect />
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
        rules={[{ required: true, message: t('tenants.validUntilMissing') }]}
        getValueProps={(value?: string | null) => ({ value: value ? dayjs(value) : null })}
        normalize={(value: Dayjs | null) => value?.format('YYYY-MM-DD') ?? null}
      >
        <DatePicker className="wide" allowClear={false} format={t('ui.dayFormat')} />
      </Form.Item>
      {owners.shown ? (
        <Form.Item name="ownerId" label={t('tenants.owner')}>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            placeholder={t('tenants.noOwner')}
            options={owners.options}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
