import { useQuery } from '@tanstack/react-query';
import { api, ask, usePages, type Welcome } from '@tilth/api';
import { Banner, Chips, type Column, DataTable, Empty, MemberName, Moment, Page, Tag, useAddress } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';

/** What became of each welcome; whoever was missed stands here with the reason. */
export function WelcomesPage() {
  const { t } = useTranslation();
  const go = useNavigate();
  const { get, set } = useAddress();
  const state = get('state');
  const pages = usePages(['welcomes', 'list', state], (cursor) =>
    ask(
      api.GET('/api/v1/welcomes', {
        params: { query: { ...(state ? { state: state as Welcome['state'] } : {}), ...(cursor ? { cursor } : {}) } },
      }),
    ),
  );
  return (
    <Page
      wide
      title={t('welcomes.title')}
      lede={t('welcomes.lede')}
      action={<Button onClick={() => void go('/console/reach/welcomes/default')}>{t('welcomes.usual.title')}</Button>}
    >
      <Week />
      <div className="toolbar">
        <Chips
          label={t('welcomes.state')}
          value={state}
          options={['SENT', 'MISSED', 'QUEUED'].map((value) => ({ value, label: t(`welcomes.stateOf.${value}`) }))}
          onChange={(value) => set({ state: value })}
        />
      </div>
      <DataTable<Welcome>
        label={t('welcomes.title')}
        columns={useColumns()}
        pages={pages}
        rowKey={(welcome) => welcome.id}
        empty={
          state ? (
            <Empty title={t('welcomes.noneFound')} />
          ) : (
            <Empty title={t('welcomes.none')}>{t('welcomes.noneHelp')}</Empty>
          )
        }
      />
    </Page>
  );
}

function Week() {
  const { t } = useTranslation();
  const figures = useQuery({
    queryKey: ['welcomes', 'figures'],
    queryFn: () => ask(api.GET('/api/v1/welcomes/figures')),
  });
  if (!figures.data || figures.data.sent + figures.data.missed === 0) {
    return null;
  }
  const { sent, missed, reasons } = figures.data;
  return (
    <Banner tone={missed > 0 ? 'clay' : 'leaf'}>
      {t('welcomes.week', { sent, missed })}
      {reasons.map((one) => (
        <div key={one.reason}>{t('welcomes.weekReason', { count: one.welcomes, why: one.why })}</div>
      ))}
    </Banner>
  );
}

function useColumns(): Column<Welcome>[] {
  const { t } = useTranslation();
  const tone = { SENT: 'leaf', MISSED: 'clay', QUEUED: 'quiet' } as const;
  return [
    {
      key: 'customer',
      title: t('welcomes.customer'),
      render: ({ customer }) => (
        <Link to={`/console/customers?open=${customer.id}`}>{customer.name || t('welcomes.nameless')}</Link>
      ),
    },
    { key: 'member', title: t('welcomes.member'), render: ({ member }) => <MemberName member={member} /> },
    { key: 'at', title: t('welcomes.at'), width: 180, render: ({ addedAt }) => <Moment at={addedAt} /> },
    {
      key: 'state',
      title: t('welcomes.state'),
      render: ({ state, why }) => (
        <>
          <Tag tone={tone[state]}>{t(`welcomes.stateOf.${state}`)}</Tag>
          {why ? <div className="quiet small">{why}</div> : null}
        </>
      ),
    },
  ];
}
