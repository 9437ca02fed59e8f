import { useQuery } from '@tanstack/react-query';
import { api, ask, type ChannelCode, useMay, usePages } from '@tilth/api';
import {
  Chips,
  type Column,
  Count,
  DataTable,
  DepartmentSelect,
  DownloadIcon,
  Empty,
  Moment,
  Page,
  PlusIcon,
  SearchField,
  Split,
  Tag,
  useAddress,
} from '@tilth/ui';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ChannelSelect } from './choices';
import { LinkQuotas } from './LinkQuotas';
import { channelsQuery } from './queries';
import { CodeState } from './state';
import './channel-codes.css';

const PrintPanel = lazy(async () => ({ default: (await import('./plans/PrintPanel')).PrintPanel }));

/** All codes, the newest first; those that nobody scans stand out. */
export function ChannelCodesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const go = useNavigate();
  const { get, set } = useAddress();
  const [q, channel, department, show] = [get('q'), get('channel'), get('department'), get('show')];
  const channels = useQuery(channelsQuery);
  const query = {
    ...(q ? { q } : {}),
    ...(channel ? { channel } : {}),
    ...(department ? { department } : {}),
    ...(show === 'quiet' ? { quiet: true } : {}),
    ...(show === 'retired' ? { retired: true } : {}),
  };
  const pages = usePages(['channel-codes', 'list', q, channel, department, show], (cursor) =>
    ask(api.GET('/api/v1/channel-codes', { params: { query: { ...query, ...(cursor ? { cursor } : {}) } } })),
  );
  const begin = may('channel-code:write') ? (
    <Button type="primary" icon={<PlusIcon />} onClick={() => void go('/console/reach/channel-codes/new')}>
      {t('channelCodes.new')}
    </Button>
  ) : null;
  const [marked, setMarked] = useState<Set<string>>(new Set());
  const searching = Boolean(q || channel || department || show);
  const action = (
    <span className="row">
      {marked.size > 0 ? (
        <Button icon={<DownloadIcon />} onClick={() => set({ print: '1' })}>
          {t('codePlans.printMarked', { count: marked.size })}
        </Button>
      ) : null}
      {begin}
    </span>
  );
  return (
    <Page wide title={t('channelCodes.title')} lede={t('channelCodes.lede')} action={action}>
      <LinkQuotas />
      <div className="toolbar">
        <SearchField
          label={t('channelCodes.search')}
          value={q}
          onChange={(text) => set({ q: text }, { replace: true })}
        />
        {channels.data?.length ? (
          <div className="toolbar-choice">
            <ChannelSelect
              label={t('channelCodes.channel')}
              placeholder={t('channelCodes.everyChannel')}
              value={channel}
              onChange={(id) => set({ channel: id })}
            />
          </div>
        ) : null}
        <DepartmentSelect
          className="toolbar-choice"
          label={t('channelCodes.place')}
          placeholder={t('channelCodes.everyPlace')}
          value={department}
          onChange={(id) => set({ department: id })}
        />
        <Chips
          label={t('channelCodes.show')}
          value={show}
          options={['quiet', 'retired'].map((value) => ({ value, label: t(`channelCodes.${value}`) }))}
          onChange={(value) => set({ show: value })}
        />
      </div>
      <Split
        panel={
          get('print') && marked.size > 0 ? (
            <Suspense>
              <PrintPanel marked={marked} onClose={() => set({ print: null })} />
            </Suspense>
          ) : null
        }
      >
        <DataTable<ChannelCode>
          label={t('channelCodes.title')}
          selected={marked}
          onSelect={setMarked}
          columns={useColumns()}
          pages={pages}
          rowKey={(code) => code.id}
          onOpen={(code) => void go(`/console/reach/channel-codes/${code.id}`)}
          empty={
            searching ? (
              <Empty title={t('channelCodes.noneFound')} />
            ) : (
              <Empty title={t('channelCodes.none')} action={begin}>
                {t('channelCodes.noneHelp')}
              </Empty>
            )
          }
        />
      </Split>
    </Page>
  );
}

function useColumns(): Column<ChannelCode>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('channelCodes.name'),
      render: (code) => (
        <>
          {code.name}
          <div className="quiet small">{code.channels.map((one) => one.name).join(' › ')}</div>
        </>
      ),
    },
    {
      key: 'form',
      title: t('channelCodes.form'),
      width: 104,
      render: (code) => <span className="quiet">{t(`channelCodes.formOf.${code.form}`)}</span>,
    },
    { key: 'state', title: t('channelCodes.state'), width: 116, render: (code) => <CodeState code={code} /> },
    {
      key: 'members',
      title: t('channelCodes.members'),
      spare: true,
      render: (code) => [...code.members, ...code.departments].map((one) => one.name).join('、'),
    },
    { key: 'today', title: t('channelCodes.today'), end: true, width: 84, render: (code) => <Count of={code.today} /> },
    { key: 'fresh', title: t('channelCodes.fresh'), end: true, width: 96, render: (code) => <Count of={code.fresh} /> },
    {
      key: 'last',
      title: t('channelCodes.last'),
      width: 140,
      render: (code) =>
        code.quiet && code.state === 'LIVE' ? (
          <Tag tone="clay">{t('channelCodes.quietTag')}</Tag>
        ) : code.lastAt ? (
          <Moment at={code.lastAt} as="ago" />
        ) : (
          <span className="quiet">–</span>
        ),
    },
  ];
}
