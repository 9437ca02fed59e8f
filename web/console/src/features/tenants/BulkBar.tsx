import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Tenant } from '@tilth/api';
import { CloseIcon, Confirm } from '@tilth/ui';
import { App, Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Comes up from below when rows are marked; says how many before it does anything. */
export function BulkBar({ tenants, onDone }: { tenants: Tenant[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [days, setDays] = useState(30);
  const [asking, setAsking] = useState(false);
  const open = tenants.filter((tenant) => tenant.state === 'ACTIVE' || tenant.state === 'SUSPENDED');
  const left = tenants.length - open.length;
  const extend = async () => {
    await ask(
      api.POST('/api/v1/operator/tenants/extend', { body: { tenants: open.map((tenant) => tenant.id), days } }),
    );
    await queries.invalidateQueries({ queryKey: ['tenants'] });
    void message.success(t('tenants.extended', { count: open.length, days }));
    onDone();
  };
  return (
    <section className="bulk" aria-label={t('tenants.bulk')}>
      <strong>{t('tenants.selected', { count: tenants.length })}</strong>
      <InputNumber
        min={1}
        max={1095}
        value={days}
        onChange={(value) => setDays(value ?? 30)}
        suffix={t('tenants.daysUnit')}
        aria-label={t('tenants.days')}
        className="bulk-days"
      />
      <Button type="primary" disabled={open.length === 0} onClick={() => setAsking(true)}>
        {t('tenants.extend', { count: open.length })}
      </Button>
      <button type="button" className="icon-button" aria-label={t('tenants.unselect')} onClick={onDone}>
        <CloseIcon />
      </button>
      <Confirm
        open={asking}
        title={t('tenants.extendAsk', { count: open.length, days })}
        confirm={t('tenants.extend', { count: open.length })}
        onConfirm={extend}
        onClose={() => setAsking(false)}
      >
        <p>{t('tenants.extendConsequence', { days })}</p>
        {left > 0 ? <p>{t('tenants.extendLeft', { count: left })}</p> : null}
        <p className="quiet small">
          {open
            .slice(0, 12)
            .map((tenant) => tenant.name)
            .join('、')}
          {open.length > 12 ? ' …' : ''}
        </p>
      </Confirm>
    </section>
  );
}
