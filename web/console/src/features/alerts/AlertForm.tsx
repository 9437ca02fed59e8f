import { useQueryClient } from '@tanstack/react-query';
import { type AlertSetting, api, ask, problemOf, useMay } from '@tilth/api';
import { ProblemForm, problemText, Section, StaleDialog, usePinned } from '@tilth/ui';
import { App, Form, Input, InputNumber, Select, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

type Values = Omit<AlertSetting, 'version'>;
type Field = keyof Values;

interface Part {
  key: 'immediate' | 'ordinary' | 'digest' | 'quiet' | 'hand';
  fields: Field[];
}

const PARTS: Part[] = [
  { key: 'immediate', fields: ['onPhone', 'onContact', 'onPriced', 'pricedAgainDays', 'againDays'] },
  { key: 'ordinary', fields: ['readSeconds', 'mergeMinutes', 'mergeMost', 'perHour', 'perDay'] },
  { key: 'digest', fields: ['digests', 'digestTop'] },
  { key: 'quiet', fields: ['quietFrom', 'quietTo'] },
  { key: 'hand', fields: ['workFrom', 'workTo', 'spareAfter', 'managerAfter', 'firstReplyAfter'] },
];

/** Least, most and unit of the numbers, as the server holds them. */
const NUMBERS: Partial<Record<Field, [least: number, most: number, unit: string]>> = {
  pricedAgainDays: [1, 90, 'days'],
  againDays: [1, 365, 'days'],
  readSeconds: [5, 600, 'unitSeconds'],
  mergeMinutes: [1, 120, 'minutes'],
  mergeMost: [1, 240, 'minutes'],
  perHour: [0, 60, 'times'],
  perDay: [0, 300, 'times'],
  digestTop: [1, 20, 'people'],
  spareAfter: [1, 240, 'minutes'],
  managerAfter: [1, 480, 'minutes'],
  firstReplyAfter: [0, 240, 'minutes'],
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

interface Props {
  setting: AlertSetting;
  queryKey: readonly string[];
}

export function AlertForm({ setting: latest, queryKey }: Props) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: setting, hold, release } = usePinned(latest);
  const [stale, setStale] = useState<{ current: AlertSetting; mine: Values } | null>(null);
  const { version, ...initial } = setting;
  const take = (saved: AlertSetting) => {
    queries.setQueryData([...queryKey], saved);
    setStale(null);
    release();
  };
  const save = async (values: Values, on: number) => {
    take(await ask(api.PUT('/api/v1/alert-settings', { body: { ...values, version: on } })));
    void message.success(t('alerts.setting.saved'));
  };
  const shown = (values: Values, field: Field) => {
    const value = values[field];
    return typeof value === 'boolean' ? t(value ? 'alerts.setting.yes' : 'alerts.setting.no') : String(value);
  };
  const rows = stale
    ? PARTS.flatMap((part) => part.fields).map((field) => ({
        label: t(`alerts.setting.${field}`),
        theirs: shown(stale.current, field),
        mine: shown(stale.mine, field),
        differs: String(stale.current[field]) !== String(stale.mine[field]),
      }))
    : null;
  return (
    <>
      <ProblemForm<Values>
        key={version}
        name="alerts"
        submit={t('alerts.setting.save')}
        initial={initial}
        disabled={!may('alert-setting:write')}
        onTyped={hold}
        onSubmit={(values) => save(values, version)}
        onStale={(current, mine) => setStale({ current: current as AlertSetting, mine })}
      >
        {PARTS.map((part) => (
          <Section key={part.key} title={t(`alerts.setting.${part.key}`)} lede={t(`alerts.setting.${part.key}Help`)}>
            {part.fields.map((field) => (
              <SettingField key={field} field={field} value={initial[field]} />
            ))}
          </Section>
        ))}
      </ProblemForm>
      <StaleDialog
        rows={rows}
        onClose={() => setStale(null)}
        onTakeTheirs={() => stale && take(stale.current)}
        onKeepMine={() =>
          stale &&
          save(stale.mine, stale.current.version).catch((error) => void message.error(problemText(problemOf(error), t)))
        }
      />
    </>
  );
}

function SettingField({ field, value }: { field: Field; value: Values[Field] }) {
  const { t } = useTranslation();
  const number = NUMBERS[field];
  const wrong = t('alerts.setting.timeWrong');
  const label = t(`alerts.setting.${field}`);
  let input: ReactNode = <Input maxLength={5} className="field-short" />;
  if (typeof value === 'boolean') {
    input = <Switch />;
  } else if (number) {
    input = <InputNumber min={number[0]} max={number[1]} precision={0} addonAfter={t(`alerts.setting.${number[2]}`)} />;
  } else if (Array.isArray(value)) {
    input = <Select mode="tags" open={false} suffixIcon={null} placeholder={t('alerts.setting.addTime')} />;
  }
  const times = { validator: async (_: unknown, list: string[]) => checkTimes(list, wrong) };
  return (
    <Form.Item
      name={field}
      label={label}
      {...(typeof value === 'boolean' ? { valuePropName: 'checked', layout: 'horizontal' as const, colon: false } : {})}
      rules={[
        { required: typeof value !== 'boolean', message: label },
        ...(typeof value === 'string' ? [{ pattern: TIME, message: wrong }] : []),
        ...(Array.isArray(value) ? [times] : []),
      ]}
    >
      {input}
    </Form.Item>
  );
}

function checkTimes(list: string[], wrong: string) {
  if (!list?.every((time) => TIME.test(time))) {
    throw new Error(wrong);
  }
}
