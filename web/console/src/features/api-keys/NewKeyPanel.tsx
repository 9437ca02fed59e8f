import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ApiKeyOnce, api, ask } from '@tilth/api';
import { CopyField, ProblemForm, RightsField, SidePanel } from '@tilth/ui';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Values {
  name: string;
  days: number;
  rights: string[];
}

const TERMS = [30, 90, 180, 365];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The key is shown when it is made and never again: only its hash is kept. */
export function NewKeyPanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const rights = useQuery({ queryKey: ['roles', 'rights'], queryFn: () => ask(api.GET('/api/v1/rights')) });
  const [made, setMade] = useState<ApiKeyOnce | null>(null);
  const make = async ({ name, days, rights: chosen }: Values) => {
    // An hour short: the longest term is just allowed, and the reader's clock may run ahead of the server's.
    const expiresAt = new Date(Date.now() + days * DAY - HOUR).toISOString();
    setMade(await ask(api.POST('/api/v1/api-keys', { body: { name, rights: chosen, expiresAt } })));
    await queries.invalidateQueries({ queryKey: ['api-keys'] });
  };
  return (
    <SidePanel title={t('apiKeys.new')} subtitle={t('apiKeys.newLede')} onClose={onClose}>
      {made ? (
        <div className="stack">
          <CopyField label={t('apiKeys.once', { name: made.name })} value={made.key} hint={t('apiKeys.onceHint')} />
          <Button onClick={onClose}>{t('apiKeys.onceDone')}</Button>
        </div>
      ) : (
        <ProblemForm<Values>
          name="api-key"
          draft
          submit={t('apiKeys.create')}
          initial={{ days: 180, rights: [] }}
          onSubmit={make}
        >
          <Form.Item
            name="name"
            label={t('apiKeys.name')}
            rules={[{ required: true, message: t('apiKeys.nameMissing') }]}
          >
            <Input maxLength={60} placeholder={t('apiKeys.nameExample')} autoFocus />
          </Form.Item>
          <Form.Item name="days" label={t('apiKeys.term')}>
            <Select options={TERMS.map((days) => ({ value: days, label: t('apiKeys.days', { count: days }) }))} />
          </Form.Item>
          <Form.Item
            name="rights"
            label={t('apiKeys.rights')}
            rules={[{ type: 'array', min: 1, message: t('apiKeys.rightsMissing') }]}
          >
            <RightsField all={rights.data ?? []} />
          </Form.Item>
        </ProblemForm>
      )}
    </SidePanel>
  );
}
