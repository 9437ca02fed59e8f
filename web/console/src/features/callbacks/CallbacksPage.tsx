import { api, ask, useMay, usePages, type WecomCallback } from '@tilth/api';
import { Chips, type Column, DataTable, Empty, Moment, Page, Split, Tag, useAddress } from '@tilth/ui';
import { Button, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallbackPanel } from './CallbackPanel';
import { EVENTS, EventName } from './events';
import { RetryAll } from './RetryAll';

type State = WecomCallback['state'];
const STATES = ['FAILED', 'WAITING', 'DONE'] as const;
const TONES = { FAILED: 'clay', WAITING: 'leaf', DONE: 'quiet' } as const;

/** Everything that WeCom told us, what became of it, and another try for what failed. */
export function CallbacksPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const [retrying, setRetrying] = useState(false);
  const [state, event, open] = [get('state'), get('event'), get('open')];
  const pages = usePages(
    ['callbacks', 'list', state, event],
    (cursor) => ask(api.GET('/api/v1/wecom/callbacks', { params: { query: queryOf(state, event, cursor) } })),
    (rows) => rows.some((row) => row.state === 'WAITING'),
  );
  const change = (changes: Record<string, string | null>) => set({ ...changes, open: null }, { replace: true });
  const narrowed = Boolean(state || event);
  return (
    <Page
      wide
      title={t('callbacks.title')}
      lede={t('callbacks.lede')}
      action={may('wecom:write') ? <Button onClick={() => setRetrying(true)}>{t('callbacks.retryAll')}</Button> : null}
    >
      {tabs}
      <Split panel={open ? <CallbackPanel key={open} id={open} onClose={() => set({ open: null })} /> : null}>
        <div className="toolbar">
          <Chips
            label={t('callbacks.state')}
            value={state}
            options={STATES.map((value) => ({ value, label: t(`callbacks.states.${value}`) }))}
            onChange={(value) => change({ state: value })}
          />
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            className="toolbar-select-wide"
            aria-label={t('callbacks.event')}
            placeholder={t('callbacks.anyEvent')}
            value={event || null}
            onChange={(value) => change({ event: value ?? null })}
            options={EVENTS.map((value) => ({ value, label: t(`callbacks.events.${value}`) }))}
          />
        </div>
        <DataTable<WecomCallback>
          label={t('callbacks.title')}
          columns={useColumns(open !== '')}
          pages={pages}
          rowKey={(row) => row.id}
          openKey={open}
          onOpen={(row) => set({ open: row.id })}
          empty={
            narrowed ? (
              <Empty
                title={t(state === 'FAILED' ? 'callbacks.noneFailed' : 'callbacks.noneFound')}
                action={<Button onClick={() => change({ state: null, event: null })}>{t('callbacks.showAll')}</Button>}
              />
            ) : (
              <Empty title={t('callbacks.none')}>{t('callbacks.noneHelp')}</Empty>
            )
          }
        />
      </Split>
      <RetryAll open={retrying} event={event} onClose={() => setRetrying(false)} />
    </Page>
  );
}

function useColumns(narrow: boolean): Column<WecomCallback>[] {
  const { t } = useTranslation();
  const columns: Column<WecomCallback>[] = [
    {
      key: 'event',
      title: t('callbacks.event'),
      render: (row) => (
        <>
          <EventName callback={row} />
          {row.reason ? <div className="small clay-text">{row.reason}</div> : null}
        </>
      ),
    },
    {
      key: 'subject',
      title: t('callbacks.subject'),
      render: (row) => row.subject ?? <span className="quiet">–</span>,
    },
    {
      key: 'state',
      title: t('callbacks.state'),
      width: 120,
      render: (row) => <CallbackState callback={row} />,
    },
    { key: 'at', title: t('callbacks.at'), width: 180, render: (row) => <Moment at={row.at} /> },
  ];
  const company: Column<WecomCallback> = {
    key: 'company',
    title: t('callbacks.company'),
    spare: true,
    render: (row) => <span className="quiet">{row.company.name}</span>,
  };
  return narrow ? columns : [...columns, company];
}

export function CallbackState({ callback }: { callback: WecomCallback }) {
  const { t } = useTranslation();
  return (
    <>
      <Tag tone={TONES[callback.state]}>
        {callback.state === 'DONE' && !callback.heard
          ? t('callbacks.unheard')
          : t(`callbacks.states.${callback.state}`)}
      </Tag>
      {callback.attempts > 1 ? (
        <span className="quiet small"> {t('callbacks.times', { count: callback.attempts })}</span>
      ) : null}
    </>
  );
}

function queryOf(state: string, event: string, cursor: string | undefined) {
  return {
    ...(state ? { state: state as State } : {}),
    ...(event ? { event } : {}),
    ...(cursor ? { cursor } : {}),
  };
}
