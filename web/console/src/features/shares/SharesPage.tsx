import { api, ask, type Share, useMay, usePages } from '@tilth/api';
import {
  type Column,
  Count,
  DataTable,
  Empty,
  MemberName,
  MemberSelect,
  Moment,
  Page,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDuration } from './reading';
import { SharePanel } from './SharePanel';
import { TrackingTabs } from './TrackingTabs';

/** What members sent, and what came of it. */
export function SharesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const [member, material, customer, open] = [get('member'), get('material'), get('customer'), get('open')];
  const wanted = {
    ...(member ? { member } : {}),
    ...(material ? { material } : {}),
    ...(customer ? { customer } : {}),
  };
  const pages = usePages(['shares', 'list', member, material, customer], (cursor) =>
    ask(api.GET('/api/v1/shares', { params: { query: { ...wanted, ...(cursor ? { cursor } : {}) } } })),
  );
  const change = (changes: Record<string, string | null>) => set({ ...changes, open: null }, { replace: true });
  return (
    <Page wide title={t('shares.title')} lede={t('shares.lede')}>
      <TrackingTabs />
      <Split panel={open ? <SharePanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
        {may('member:read') ? (
          <div className="toolbar">
            <MemberSelect
              className="toolbar-select-wide"
              label={t('shares.member')}
              placeholder={t('shares.anyMember')}
              allowClear
              value={member}
              onChange={(id) => change({ member: id })}
            />
          </div>
        ) : null}
        <DataTable<Share>
          label={t('shares.tab')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => set({ open: row.id })}
          empty={
            member || material || customer ? (
              <Empty
                title={t('shares.noneFound')}
                action={
                  <Button onClick={() => change({ member: null, material: null, customer: null })}>
                    {t('shares.showAll')}
                  </Button>
                }
              />
            ) : (
              <Empty title={t('shares.none')}>{t('shares.noneHelp')}</Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(narrow: boolean): Column<Share>[] {
  const { t } = useTranslation();
  const duration = useDuration();
  const columns: Column<Share>[] = [
    {
      key: 'material',
      title: t('shares.material'),
      render: (row) => (
        <>
          {row.material.title || <span className="quiet">{t('shares.gone')}</span>} <ShareState share={row} />
        </>
      ),
    },
    {
      key: 'meant',
      title: t('shares.meant'),
      width: 128,
      render: (row) => row.customer?.name ?? <span className="quiet">{t(`shares.way.${row.way}`)}</span>,
    },
    {
      key: 'visits',
      title: t('shares.visits'),
      end: true,
      width: 72,
      render: (row) => <Count of={row.visits} />,
    },
  ];
  const rest: Column<Share>[] = [
    {
      key: 'readers',
      title: t('shares.readers'),
      end: true,
      spare: true,
      width: 72,
      render: (row) => <Count of={row.readers} />,
    },
    {
      key: 'seconds',
      title: t('shares.seconds'),
      end: true,
      width: 112,
      render: (row) => (row.seconds ? duration(row.seconds) : <span className="quiet">–</span>),
    },
    {
      key: 'member',
      title: t('shares.member'),
      spare: true,
      width: 112,
      render: (row) => <MemberName member={row.member} />,
    },
    {
      key: 'last',
      title: t('shares.last'),
      width: 132,
      render: (row) => (row.lastAt ? <Moment at={row.lastAt} /> : <span className="quiet">{t('shares.unread')}</span>),
    },
  ];
  return narrow ? columns : [...columns, ...rest];
}

/** A link that went out needs no word. */
export function ShareState({ share }: { share: Share }) {
  const { t } = useTranslation();
  return share.state === 'SENT' ? null : <Tag>{t(`shares.state.${share.state}`)}</Tag>;
}
