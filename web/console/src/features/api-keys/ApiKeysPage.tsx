import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type ApiKey, api, ask, useMay, whole } from '@tilth/api';
import {
  type Column,
  Confirm,
  DataTable,
  daysUntil,
  Empty,
  Facts,
  Moment,
  Page,
  PlusIcon,
  RightsList,
  Section,
  SidePanel,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NewKeyPanel } from './NewKeyPanel';

const KEY = ['api-keys'];

export function ApiKeysPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const keys = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/api/v1/api-keys')) });
  const chosen = keys.data?.find((key) => key.id === get('open'));
  const making = get('new') !== '' && may('api-key:write');
  const make = () => set({ new: '1', open: null });
  return (
    <Page
      wide
      title={t('apiKeys.title')}
      lede={t('apiKeys.lede')}
      action={
        may('api-key:write') ? (
          <Button type="primary" icon={<PlusIcon />} onClick={make}>
            {t('apiKeys.new')}
          </Button>
        ) : null
      }
    >
      <Split
        panel={
          making ? (
            <NewKeyPanel onClose={() => set({ new: null })} />
          ) : chosen ? (
            <KeyPanel apiKey={chosen} onClose={() => set({ open: null })} />
          ) : null
        }
      >
        <DataTable<ApiKey>
          label={t('apiKeys.title')}
          columns={useColumns()}
          pages={whole(keys)}
          rowKey={(key) => key.id}
          openKey={get('open')}
          onOpen={(key) => set({ open: key.id, new: null })}
          empty={
            <Empty
              title={t('apiKeys.none')}
              action={may('api-key:write') ? <Button onClick={make}>{t('apiKeys.new')}</Button> : null}
            >
              {t('apiKeys.noneHelp')}
            </Empty>
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(): Column<ApiKey>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('apiKeys.name'),
      render: (key) => (
        <>
          {key.name} <KeyState apiKey={key} />
        </>
      ),
    },
    { key: 'prefix', title: t('apiKeys.prefix'), render: (key) => <span className="mono quiet">{key.prefix}…</span> },
    {
      key: 'used',
      title: t('apiKeys.lastUsed'),
      render: (key) =>
        key.lastUsedAt ? (
          <Moment at={key.lastUsedAt} as="ago" />
        ) : (
          <span className="quiet">{t('apiKeys.neverUsed')}</span>
        ),
    },
    { key: 'expires', title: t('apiKeys.expires'), render: (key) => <Moment at={key.expiresAt} as="date" /> },
  ];
}

function KeyState({ apiKey }: { apiKey: ApiKey }) {
  const { t } = useTranslation();
  if (apiKey.revokedAt) {
    return <Tag tone="red">{t('apiKeys.revoked')}</Tag>;
  }
  if (daysUntil(apiKey.expiresAt) <= 0) {
    return <Tag>{t('apiKeys.expired')}</Tag>;
  }
  return null;
}

function KeyPanel({ apiKey, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const revoke = async () => {
    await ask(api.DELETE('/api/v1/api-keys/{id}', { params: { path: { id: apiKey.id } } }));
    await queries.invalidateQueries({ queryKey: KEY });
    void message.success(t('apiKeys.revokedDone', { name: apiKey.name }));
  };
  return (
    <SidePanel title={apiKey.name} subtitle={<span className="mono">{apiKey.prefix}…</span>} onClose={onClose}>
      <Section title={t('apiKeys.facts')}>
        <Facts
          rows={[
            [t('apiKeys.created'), <Moment key="created" at={apiKey.createdAt} />],
            [
              t('apiKeys.lastUsed'),
              apiKey.lastUsedAt ? <Moment key="used" at={apiKey.lastUsedAt} /> : t('apiKeys.neverUsed'),
            ],
            [t('apiKeys.expires'), <Moment key="expires" at={apiKey.expiresAt} as="date" />],
            ...(apiKey.revokedAt
              ? [[t('apiKeys.revoked'), <Moment key="revoked" at={apiKey.revokedAt} />] as [string, React.ReactNode]]
              : []),
          ]}
        />
      </Section>
      <Section title={t('apiKeys.rights')}>
        <RightsList rights={apiKey.rights} />
      </Section>
      {may('api-key:write') && !apiKey.revokedAt ? (
        <Section title={t('apiKeys.revoke')} lede={t('apiKeys.revokeLede')}>
          <Button danger onClick={() => setAsking(true)}>
            {t('apiKeys.revoke')}
          </Button>
        </Section>
      ) : null}
      <Confirm
        open={asking}
        danger
        title={t('apiKeys.revokeAsk', { name: apiKey.name })}
        confirm={t('apiKeys.revoke')}
        onConfirm={revoke}
        onClose={() => setAsking(false)}
      >
        <p>{t('apiKeys.revokeConsequence')}</p>
      </Confirm>
    </SidePanel>
  );
}
