import { api, ask, type GroupChat, useMay, usePages } from '@tilth/api';
import {
  type Column,
  Count,
  DataTable,
  Empty,
  MemberName,
  MemberSelect,
  Moment,
  Page,
  SearchField,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { GroupChatPanel } from './GroupChatPanel';

/** The group chats with customers, and who keeps them. */
export function GroupChatsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const [q, owner, open] = [get('q'), get('owner'), get('open')];
  const pages = usePages(['group-chats', 'list', q, owner], (cursor) =>
    ask(
      api.GET('/api/v1/group-chats', {
        params: { query: { ...(q ? { q } : {}), ...(owner ? { owner } : {}), ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  const change = (changes: Record<string, string | null>) => set({ ...changes, open: null }, { replace: true });
  return (
    <Page wide title={t('groupChats.title')} lede={t('groupChats.lede')}>
      <Split panel={open ? <GroupChatPanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
        <div className="toolbar">
          <SearchField label={t('groupChats.search')} value={q} onChange={(text) => change({ q: text })} />
          {may('member:read') ? (
            <MemberSelect
              className="toolbar-select-wide"
              label={t('groupChats.owner')}
              placeholder={t('groupChats.anyOwner')}
              allowClear
              value={owner}
              onChange={(id) => change({ owner: id })}
            />
          ) : null}
        </div>
        <DataTable<GroupChat>
          label={t('groupChats.title')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => set({ open: row.id })}
          empty={
            q || owner ? (
              <Empty
                title={t('groupChats.noneFound')}
                action={<Button onClick={() => change({ q: null, owner: null })}>{t('groupChats.showAll')}</Button>}
              />
            ) : (
              <Empty title={t('groupChats.none')}>{t('groupChats.noneHelp')}</Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(narrow: boolean): Column<GroupChat>[] {
  const { t } = useTranslation();
  const columns: Column<GroupChat>[] = [
    {
      key: 'name',
      title: t('groupChats.name'),
      render: (row) => (
        <>
          {row.name || <span className="quiet">{t('groupChats.nameless')}</span>} <GroupState chat={row} />
        </>
      ),
    },
    {
      key: 'owner',
      title: t('groupChats.owner'),
      render: (row) => (row.owner ? <MemberName member={row.owner} /> : <span className="quiet">–</span>),
    },
    {
      key: 'customers',
      title: t('groupChats.customers'),
      end: true,
      width: 88,
      render: (row) => <Count of={row.customers} />,
    },
  ];
  const rest: Column<GroupChat>[] = [
    {
      key: 'members',
      title: t('groupChats.members'),
      end: true,
      spare: true,
      width: 88,
      render: (row) => <Count of={row.members} />,
    },
    {
      key: 'created',
      title: t('groupChats.createdAt'),
      width: 132,
      render: (row) => (row.createdAt ? <Moment at={row.createdAt} as="date" /> : <span className="quiet">–</span>),
    },
  ];
  return narrow ? columns : [...columns, ...rest];
}

export function GroupState({ chat }: { chat: Pick<GroupChat, 'state'> }) {
  const { t } = useTranslation();
  if (chat.state === 'ACTIVE') {
    return null;
  }
  return <Tag tone={chat.state === 'OWNER_LEFT' ? 'clay' : 'quiet'}>{t(`groupChats.state.${chat.state}`)}</Tag>;
}
