import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type ChannelCode, problemOf, useMay } from '@tilth/api';
import {
  Banner,
  Confirm,
  CopyField,
  Facts,
  Failed,
  Moment,
  Page,
  ProblemForm,
  Section,
  Skeleton,
  usePinned,
} from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { CodeFields } from './CodeFields';
import { CodeFiguresView } from './CodeFigures';
import { LinkQuotas } from './LinkQuotas';
import { codeQuery } from './queries';
import { CodeState } from './state';
import { formOf, type Values, valuesOf } from './values';
import './channel-codes.css';

/** One code: the picture to print, what it has brought, and how it works. */
export function CodePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const code = useQuery(codeQuery(id));
  if (code.data) {
    return <Code code={code.data} />;
  }
  return (
    <Page title={t('channelCodes.title')}>
      {code.error ? (
        <Failed problem={problemOf(code.error)} retry={() => void code.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </Page>
  );
}

function Code({ code }: { code: ChannelCode }) {
  const { t } = useTranslation();
  const may = useMay();
  const editable = may('channel-code:write') && code.state !== 'RETIRED';
  return (
    <Page
      wide
      title={code.name}
      lede={code.channels.map((one) => one.name).join(' › ')}
      action={<CodeState code={code} />}
    >
      {code.why ? <Banner tone="red">{code.why}</Banner> : null}
      {code.aside.map((one) => (
        <Banner key={one.id} tone="clay">
          {t('channelCodes.aside', { name: one.name, why: one.why })}
        </Banner>
      ))}
      {code.state === 'OVER' || code.state === 'RETIRED' ? (
        <Banner tone="clay">{t(`channelCodes.after${code.state}`)}</Banner>
      ) : null}
      {code.form === 'LINK' ? <LinkQuotas /> : null}
      <div className="code-top">
        <QrCard code={code} />
        <CodeFiguresView code={code} />
      </div>
      {editable ? (
        <Section title={t('channelCodes.change')} lede={t('channelCodes.changeLede')}>
          <ChangeForm code={code} />
        </Section>
      ) : null}
      {editable ? <Retire code={code} /> : null}
    </Page>
  );
}

function QrCard({ code }: { code: ChannelCode }) {
  const { t } = useTranslation();
  const at = `/api/v1/channel-codes/${code.id}/qr`;
  return (
    <section className="qr-card" aria-label={t('channelCodes.qr')}>
      {code.drawn ? (
        <>
          <img src={`${at}.svg?size=320`} width={200} height={200} alt={t('channelCodes.qrOf', { name: code.name })} />
          <div className="qr-links">
            <a href={`${at}.png?size=1200`} download={`${code.name}.png`}>
              {t('channelCodes.png')}
            </a>
            <a href={`${at}.svg`} download={`${code.name}.svg`}>
              {t('channelCodes.svg')}
            </a>
          </div>
        </>
      ) : (
        <p className="quiet">{t('channelCodes.notDrawn')}</p>
      )}
      {code.address ? <CopyField label={t(`channelCodes.addressOf.${code.form}`)} value={code.address} /> : null}
      {code.clickAddress ? (
        <CopyField
          plain
          label={t('channelCodes.clickAddress')}
          value={code.clickAddress}
          hint={t('channelCodes.clickAddressHint')}
        />
      ) : null}
      <Facts
        rows={[
          [t('channelCodes.form'), t(`channelCodes.formOf.${code.form}`)],
          [t('channelCodes.spares'), code.spares.map((one) => one.name).join('、') || '–'],
          [
            t('channelCodes.expiresAt'),
            code.expiresAt ? <Moment key="end" at={code.expiresAt} /> : t('channelCodes.never'),
          ],
        ]}
      />
    </section>
  );
}

function ChangeForm({ code: latest }: { code: ChannelCode }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const pinned = usePinned(latest);
  const code = pinned.record;
  const save = async (values: Values) => {
    const form = formOf(values);
    await ask(
      api.PUT('/api/v1/channel-codes/{id}', {
        params: { path: { id: code.id } },
        body: { form, version: code.version },
      }),
    );
    pinned.release();
    await queries.invalidateQueries({ queryKey: ['channel-codes'] });
    void message.success(t('channelCodes.saved', { name: form.name }));
  };
  return (
    <ProblemForm<Values>
      key={code.version}
      name="channel-code"
      submit={t('channelCodes.save')}
      initial={valuesOf(code)}
      onTyped={pinned.hold}
      onSubmit={save}
      onStale={() => {
        pinned.release();
        void queries.invalidateQueries({ queryKey: ['channel-codes'] });
        void message.warning(t('channelCodes.stale'));
      }}
    >
      <CodeFields known={code} />
    </ProblemForm>
  );
}

function Retire({ code }: { code: ChannelCode }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const retire = async () => {
    await ask(api.POST('/api/v1/channel-codes/{id}/retire', { params: { path: { id: code.id } } }));
    await queries.invalidateQueries({ queryKey: ['channel-codes'] });
    setAsking(false);
  };
  return (
    <Section danger title={t('channelCodes.retire')}>
      <Button danger onClick={() => setAsking(true)}>
        {t('channelCodes.retireDo')}
      </Button>
      <Confirm
        open={asking}
        danger
        title={t('channelCodes.retireAsk', { name: code.name })}
        confirm={t('channelCodes.retireDo')}
        onConfirm={retire}
        onClose={() => setAsking(false)}
      >
        <p>{t('channelCodes.retireConsequence')}</p>
      </Confirm>
    </Section>
  );
}
