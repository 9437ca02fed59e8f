import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Channel, problemOf, useMay } from '@tilth/api';
import {
  Confirm,
  Empty,
  Failed,
  Page,
  PlusIcon,
  ProblemForm,
  Section,
  SidePanel,
  Skeleton,
  Split,
  useAddress,
} from '@tilth/ui';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChannelSelect } from './choices';
import { channelsQuery, twigs } from './queries';
import './channel-codes.css';

interface Values {
  name: string;
  parentId?: string | null;
}

/** The tree of channels: what figures are grouped by, drawn as the company thinks of it. */
export function ChannelsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { get, set } = useAddress();
  const channels = useQuery(channelsQuery);
  const open = get('open');
  const chosen = channels.data?.find((one) => one.id === open);
  const close = () => set({ open: null });
  const begin = may('channel-code:write') ? (
    <Button type="primary" icon={<PlusIcon />} onClick={() => set({ open: 'new' })}>
      {t('channels.new')}
    </Button>
  ) : null;
  return (
    <Page wide title={t('channels.title')} lede={t('channels.lede')} action={begin}>
      <Split
        panel={
          may('channel-code:write') && (chosen || open === 'new') ? (
            <ChannelPanel key={chosen?.id ?? 'new'} {...(chosen ? { channel: chosen } : {})} onClose={close} />
          ) : null
        }
      >
        {channels.data ? (
          channels.data.length > 0 ? (
            <Tree channels={channels.data} open={open} onOpen={(id) => set({ open: id })} />
          ) : (
            <Empty title={t('channels.none')} action={begin}>
              {t('channels.noneHelp')}
            </Empty>
          )
        ) : channels.error ? (
          <Failed problem={problemOf(channels.error)} retry={() => void channels.refetch()} />
        ) : (
          <Skeleton lines={6} />
        )}
      </Split>
    </Page>
  );
}

function Tree({ channels, open, onOpen }: { channels: Channel[]; open: string; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <ul className="channel-tree">
      {twigs(channels).map(({ channel, depth }) => (
        <li key={channel.id} className={`channel-twig channel-depth-${depth}`} aria-current={open === channel.id}>
          <button type="button" onClick={() => onOpen(channel.id)}>
            {channel.name}
          </button>
          <Link to={`/console/reach/channel-codes?channel=${channel.id}`}>{t('channels.codes')}</Link>
        </li>
      ))}
    </ul>
  );
}

function ChannelPanel({ channel, onClose }: { channel?: Channel; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const save = async ({ name, parentId = null }: Values) => {
    const body = { name: name.trim(), parentId, order: channel?.order ?? 0 };
    if (channel) {
      await ask(
        api.PUT('/api/v1/channels/{id}', {
          params: { path: { id: channel.id } },
          body: { ...body, version: channel.version },
        }),
      );
    } else {
      await ask(api.POST('/api/v1/channels', { body }));
    }
    await queries.invalidateQueries({ queryKey: ['channels'] });
    void message.success(t('channels.saved', { name: body.name }));
    onClose();
  };
  return (
    <SidePanel title={channel?.name ?? t('channels.new')} subtitle={t('channels.panelLede')} onClose={onClose}>
      <Section title={t(channel ? 'channels.change' : 'channels.facts')}>
        <ProblemForm<Values>
          name={channel ? 'channel' : 'channel-new'}
          submit={t(channel ? 'channels.save' : 'channels.create')}
          initial={channel ? { name: channel.name, parentId: channel.parentId ?? null } : {}}
          onSubmit={save}
        >
          <Form.Item
            name="name"
            label={t('channels.name')}
            rules={[{ required: true, whitespace: true, message: t('channels.nameMissing') }]}
          >
            <Input maxLength={30} placeholder={t('channels.nameExample')} />
          </Form.Item>
          <Form.Item name="parentId" label={t('channels.parent')}>
            <ChannelSelect placeholder={t('channels.top')} {...(channel ? { without: channel.id } : {})} />
          </Form.Item>
        </ProblemForm>
      </Section>
      {channel ? <Remove channel={channel} onClose={onClose} /> : null}
    </SidePanel>
  );
}

function Remove({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = async () => {
    await ask(api.DELETE('/api/v1/channels/{id}', { params: { path: { id: channel.id } } }));
    await queries.invalidateQueries({ queryKey: ['channels'] });
    onClose();
  };
  return (
    <Section danger title={t('channels.remove')}>
      <Button danger onClick={() => setAsking(true)}>
        {t('channels.removeDo')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('channels.removeAsk', { name: channel.name })}
        confirm={t('channels.removeDo')}
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        <p>{t('channels.removeConsequence')}</p>
      </Confirm>
    </Section>
  );
}
