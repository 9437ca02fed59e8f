import { api, ask, type Member, usePages } from '@tilth/api';
import {
  Chips,
  type Column,
  Count,
  DataTable,
  DepartmentSelect,
  Empty,
  MemberName,
  Page,
  SearchField,
  Split,
  Tag,
  useAddress,
  useMedia,
} from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DepartmentTree } from './DepartmentTree';
import { MemberPanel } from './MemberPanel';
import './members.css';

type State = 'HERE' | 'LEFT';

/** The people of the company as WeCom knows them, by department. */
export function MembersPage() {
  const { t } = useTranslation();
  const { get, set } = useAddress();
  const roomy = useMedia('(min-width: 1101px)');
  const [q, department, state, open] = [get('q'), get('department'), get('state'), get('open')];
  const pages = usePages(['members', 'list', q, department, state], (cursor) =>
    ask(api.GET('/api/v1/members', { params: { query: queryOf(q, department, state, cursor) } })),
  );
  const change = (changes: Record<string, string | null>) => set({ ...changes, open: null }, { replace: true });
  return (
    <Page wide title={t('members.title')} lede={t('members.lede')}>
      <div className={roomy ? 'with-tree' : undefined}>
        {roomy ? <DepartmentTree value={department} onChange={(id) => change({ department: id })} /> : null}
        <Split panel={open ? <MemberPanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
          <div className="toolbar">
            <SearchField label={t('members.search')} value={q} onChange={(text) => change({ q: text })} />
            {roomy ? null : (
              <DepartmentSelect
                className="toolbar-select-wide"
                label={t('members.department')}
                placeholder={t('members.allDepartments')}
                value={department}
                onChange={(id) => change({ department: id })}
              />
            )}
            <Chips
              label={t('members.state')}
              value={state}
              options={(['HERE', 'LEFT'] as const).map((value) => ({ value, label: t(`members.states.${value}`) }))}
              onChange={(value) => change({ state: value })}
            />
          </div>
          <DataTable<Member>
            label={t('members.title')}
            columns={useColumns(open !== '')}
            pages={pages}
            rowKey={(row) => row.id}
            openKey={open}
            onOpen={(row) => set({ open: row.id })}
            empty={
              q || department || state ? (
                <Empty
                  title={t('members.noneFound')}
                  action={
                    <Button onClick={() => change({ q: null, department: null, state: null })}>
                      {t('members.showAll')}
                    </Button>
                  }
                />
              ) : (
                <Empty title={t('members.none')}>{t('members.noneHelp')}</Empty>
              )
            }
          />
        </Split>
      </div>
    </Page>
  );
}

function useColumns(narrow: boolean): Column<Member>[] {
  const { t } = useTranslation();
  const columns: Column<Member>[] = [
    {
      key: 'name',
      title: t('members.name'),
      render: (row) => (
        <>
          <MemberName member={row} /> <MemberState member={row} />
          {row.position ? <div className="quiet small">{row.position}</div> : null}
        </>
      ),
    },
    {
      key: 'departments',
      title: t('members.department'),
      render: (row) => row.departments.map((one) => one.name).join(' · ') || <span className="quiet">–</span>,
    },
    {
      key: 'customers',
      title: t('members.customers'),
      end: true,
      width: 96,
      render: (row) => <Count of={row.customers} />,
    },
  ];
  const account: Column<Member> = {
    key: 'account',
    title: t('members.account'),
    spare: true,
    width: 120,
    render: (row) => (
      <span className={row.account ? undefined : 'quiet'}>
        {t(row.frozen ? 'members.accountFrozen' : row.account ? 'members.accountYes' : 'members.accountNo')}
      </span>
    ),
  };
  return narrow ? columns : [...columns, account];
}

export function MemberState({ member }: { member: Member }) {
  const { t } = useTranslation();
  if (member.status === 'ACTIVE') {
    return null;
  }
  return <Tag>{t(`members.status.${member.status}`)}</Tag>;
}

function queryOf(q: string, department: string, state: string, cursor: string | undefined) {
  return {
    ...(q ? { q } : {}),
    ...(department ? { department } : {}),
    ...(state ? { state: state as State } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
