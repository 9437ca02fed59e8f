import { type Account, api, ask, useMay, usePages } from '@tilth/api';
import { type Column, DataTable, Empty, Moment, Page, PlusIcon, SearchField, Split, Tag, useAddress } from '@tilth/ui';
import { Button, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AccountPanel } from './AccountPanel';
import { Invitations } from './Invitations';
import { InvitePanel } from './InvitePanel';
import { Login } from './login';

type State = 'ACTIVE' | 'FROZEN';

export function AccountsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const [q, state, open] = [get('q'), get('state'), get('open')];
  const pages = usePages(['accounts', 'list', q, state], (cursor) =>
    ask(api.GET('/api/v1/accounts', { params: { query: query(q, state, cursor) } })),
  );
  const inviting = get('invite') !== '' && may('account:write');
  const invite = () => set({ invite: '1', open: null });
  const chosen = pages.rows.find((row) => row.id === open);

  return (
    <Page
      wide
      title={t('accounts.title')}
      lede={t('accounts.lede')}
      action={
        may('account:write') ? (
          <Button type="primary" icon={<PlusIcon />} onClick={invite}>
            {t('accounts.invite')}
          </Button>
        ) : null
      }
    >
      {tabs}
      <Split
        panel={
          inviting ? (
            <InvitePanel onClose={() => set({ invite: null })} />
          ) : chosen ? (
            <AccountPanel key={chosen.id} account={chosen} onClose={() => set({ open: null })} />
          ) : null
        }
      >
        <Toolbar q={q} state={state} onChange={(changes) => set(changes, { replace: true })} />
        <DataTable<Account>
          label={t('accounts.title')}
          columns={useColumns()}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => set({ open: row.id, invite: null })}
          empty={
            q || state ? (
              <Empty title={t('accounts.noneFound')}>{t('accounts.noneFoundHelp')}</Empty>
            ) : (
              <Empty title={t('accounts.none')} action={<Button onClick={invite}>{t('accounts.invite')}</Button>}>
                {t('accounts.noneHelp')}
              </Empty>
            )
          }
        />
        <Invitations />
      </Split>
    </Page>
  );
}

interface ToolbarProps {
  q: string;
  state: string;
  onChange: (changes: Record<string, string | null>) => void;
}

function Toolbar({ q, state, onChange }: ToolbarProps) {
  const { t } = useTranslation();
  return (
    <div className="toolbar">
      <SearchField label={t('accounts.search')} value={q} onChange={(text) => onChange({ q: text })} />
      <Select
        value={state}
        aria-label={t('accounts.state')}
        className="toolbar-select"
        onChange={(value) => onChange({ state: value })}
        options={['', 'ACTIVE', 'FROZEN'].map((value) => ({ value, label: t(`accounts.states.${value || 'ANY'}`) }))}
      />
    </div>
  );
}

function useColumns(): Column<Account>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('accounts.name'),
      render: (row) => (
        <>
          {row.name} {row.state === 'FROZEN' ? <Tag tone="red">{t('accounts.states.FROZEN')}</Tag> : null}
        </>
      ),
    },
    { key: 'login', title: t('accounts.login'), render: (row) => <Login account={row} /> },
    { key: 'role', title: t('accounts.role'), render: (row) => row.role.name },
    {
      key: 'totp',
      title: t('accounts.totp'),
      spare: true,
      render: (row) => (row.totp ? t('accounts.totpOn') : <span className="quiet">{t('accounts.totpOff')}</span>),
    },
    {
      key: 'seen',
      title: t('accounts.lastSignedIn'),
      render: (row) =>
        row.lastSignedInAt ? (
          <Moment at={row.lastSignedInAt} as="ago" />
        ) : (
          <span className="quiet">{t('accounts.never')}</span>
        ),
    },
  ];
}

function query(q: string, state: string, cursor: string | undefined) {
  return {
    ...(q ? { q } : {}),
    ...(state ? { state: state as State } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
