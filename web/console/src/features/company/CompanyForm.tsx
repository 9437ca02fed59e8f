import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Company, problemOf } from '@tilth/api';
import { ProblemForm, problemText, StaleDialog, TimeZoneSelect, TradeSelect, usePinned } from '@tilth/ui';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Values = Pick<Company, 'name' | 'trade' | 'timeZone'>;

export function CompanyForm({ company: latest }: { company: Company }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: company, hold, release } = usePinned(latest);
  const [stale, setStale] = useState<{ current: Company; mine: Values } | null>(null);
  const take = async (saved: Company) => {
    queries.setQueryData(['company'], saved);
    setStale(null);
    release();
    await queries.invalidateQueries({ queryKey: ['session'] });
  };
  const save = async (values: Values, version: number) => {
    await take(await ask(api.PUT('/api/v1/company', { body: { ...values, version } })));
    void message.success(t('company.saved'));
  };
  const shown = (values: Values, field: keyof Values) =>
    field === 'trade' ? t(`trade.name.${values.trade}`) : values[field];
  const rows = stale
    ? (['name', 'trade', 'timeZone'] as const).map((field) => ({
        label: t(`company.${field}`),
        theirs: shown(stale.current, field),
        mine: shown(stale.mine, field),
        differs: stale.current[field] !== stale.mine[field],
      }))
    : null;
  return (
    <>
      <ProblemForm<Values>
        key={company.version}
        name="company"
        submit={t('company.save')}
        initial={{ name: company.name, trade: company.trade, timeZone: company.timeZone }}
        onTyped={hold}
        onSubmit={(values) => save(values, company.version)}
        onStale={(current, mine) => setStale({ current: current as Company, mine })}
      >
        <Form.Item
          name="name"
          label={t('company.name')}
          rules={[{ required: true, message: t('company.nameMissing') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="trade" label={t('company.trade')} extra={t('company.tradeHint')}>
          <TradeSelect />
        </Form.Item>
        <Form.Item name="timeZone" label={t('company.timeZone')} extra={t('company.timeZoneHint')}>
          <TimeZoneSelect />
        </Form.Item>
      </ProblemForm>
      <StaleDialog
        rows={rows}
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
