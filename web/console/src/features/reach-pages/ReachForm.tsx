import { useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type ReachSettings } from '@tilth/api';
import { ProblemForm, problemText, Section, StaleDialog, usePinned } from '@tilth/ui';
import { App, Form, Input, Radio, Space, Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FootPreview } from './FootPreview';

type Values = Omit<ReachSettings, 'version' | 'standardAddress'>;

const FIELDS = ['domain', 'brand', 'recordNumber', 'foot', 'phone', 'identification', 'contactForm'] as const;
const WAYS = ['SILENT', 'ON_TAP', 'NEVER'] as const;

interface Props {
  settings: ReachSettings;
  queryKey: readonly string[];
}

export function ReachForm({ settings: latest, queryKey }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const { record: settings, hold, release } = usePinned(latest);
  const [form] = Form.useForm<Values>();
  const typed = Form.useWatch([], form) as Partial<Values> | undefined;
  const [stale, setStale] = useState<{ current: ReachSettings; mine: Values } | null>(null);
  const take = (saved: ReachSettings) => {
    queries.setQueryData([...queryKey], saved);
    setStale(null);
    release();
  };
  const save = async (values: Values, version: number) => {
    take(await ask(api.PUT('/api/v1/reach-settings', { body: { ...values, domain: values.domain || null, version } })));
    void message.success(t('reachPages.saved'));
  };
  const shown = (values: Values, field: (typeof FIELDS)[number]) => {
    const value = values[field];
    if (field === 'identification') {
      return t(`reachPages.${values.identification}`);
    }
    return typeof value === 'boolean' ? t(value ? 'reachPages.yes' : 'reachPages.no') : value || t('reachPages.none');
  };
  const rows = stale
    ? FIELDS.map((field) => ({
        label: t(`reachPages.${field}`),
        theirs: shown(stale.current, field),
        mine: shown(stale.mine, field),
        differs: (stale.current[field] ?? '') !== (stale.mine[field] ?? ''),
      }))
    : null;
  const { version, standardAddress, ...initial } = settings;
  return (
    <>
      <ProblemForm<Values>
        key={version}
        name="reach"
        form={form}
        submit={t('reachPages.save')}
        initial={initial}
        onTyped={hold}
        onSubmit={(values) => save(values, version)}
        onStale={(current, mine) => setStale({ current: current as ReachSettings, mine })}
      >
        <Section title={t('reachPages.address')}>
          <Form.Item
            name="domain"
            label={t('reachPages.domain')}
            extra={t('reachPages.domainHint', { address: standardAddress })}
          >
            <Input maxLength={253} placeholder="go.example.com" inputMode="url" autoComplete="off" />
          </Form.Item>
          <Form.Item name="brand" label={t('reachPages.brand')} extra={t('reachPages.brandHint')}>
            <Input maxLength={30} />
          </Form.Item>
          <Form.Item name="recordNumber" label={t('reachPages.recordNumber')} extra={t('reachPages.recordNumberHint')}>
            <Input maxLength={40} />
          </Form.Item>
          <Form.Item name="foot" label={t('reachPages.foot')} extra={t('reachPages.footHint')}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="phone" label={t('reachPages.phone')} extra={t('reachPages.phoneHint')}>
            <Input maxLength={20} inputMode="tel" />
          </Form.Item>
          <FootPreview {...initial} {...typed} />
        </Section>
        <Section title={t('reachPages.readers')}>
          <Form.Item name="identification" label={t('reachPages.identification')}>
            <Radio.Group>
              <Space direction="vertical">
                {WAYS.map((way) => (
                  <Radio key={way} value={way}>
                    {t(`reachPages.${way}`)}
                    <div className="quiet">{t(`reachPages.${way}Hint`)}</div>
                  </Radio>
                ))}
              </Space>
            </Radio.Group>
          </Form.Item>
          <Form.Item
            name="contactForm"
            label={t('reachPages.contactForm')}
            extra={t('reachPages.contactFormHint')}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
        </Section>
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
