import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type TotpSecret } from '@tilth/api';
import { CopyField, ProblemForm, Skeleton, Tag } from '@tilth/ui';
import { App, Button, Form, Input } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from './queries';

/** Drawn when a second factor is being set up, and never otherwise. */
const QRCode = lazy(() => import('antd/es/qr-code'));

type Doing = { what: 'nothing' | 'start' | 'remove' } | { what: 'confirm'; secret: TotpSecret };

/** Off, being set up, or on. Both ways ask for the password: a forgotten open screen must not change it. */
export function SecondFactor() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const me = useQuery(meQuery);
  const [doing, setDoing] = useState<Doing>({ what: 'nothing' });
  if (!me.data) {
    return <Skeleton lines={1} />;
  }
  const done = async (said: string) => {
    setDoing({ what: 'nothing' });
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['me'] }),
      queries.invalidateQueries({ queryKey: ['session'] }),
    ]);
    void message.success(said);
  };
  const start = async (password: string) =>
    setDoing({ what: 'confirm', secret: await ask(api.POST('/api/v1/me/totp', { body: { password } })) });
  const remove = async (password: string) => {
    await ask(api.DELETE('/api/v1/me/totp', { body: { password } }));
    await done(t('me.totpRemoved'));
  };
  const cancel = <Button onClick={() => setDoing({ what: 'nothing' })}>{t('ui.cancel')}</Button>;

  if (doing.what === 'confirm') {
    return <ConfirmCode secret={doing.secret} cancel={cancel} onDone={() => done(t('me.totpAdded'))} />;
  }
  if (doing.what === 'start' || doing.what === 'remove') {
    const starting = doing.what === 'start';
    return (
      <ProblemForm<{ password: string }>
        name="totp"
        submit={t(starting ? 'me.totpNext' : 'me.totpRemove')}
        danger={!starting}
        secondary={cancel}
        onSubmit={({ password }) => (starting ? start(password) : remove(password))}
      >
        <Form.Item
          name="password"
          label={t('me.passwordCurrent')}
          rules={[{ required: true, message: t('me.passwordMissing') }]}
        >
          <Input.Password autoComplete="current-password" autoFocus />
        </Form.Item>
      </ProblemForm>
    );
  }
  return me.data.totp ? (
    <div className="row">
      <Tag tone="leaf">{t('me.totpOn')}</Tag>
      <Button onClick={() => setDoing({ what: 'remove' })}>{t('me.totpRemove')}</Button>
    </div>
  ) : (
    <div className="row">
      <Tag>{t('me.totpOff')}</Tag>
      <Button type="primary" onClick={() => setDoing({ what: 'start' })}>
        {t('me.totpStart')}
      </Button>
    </div>
  );
}

interface ConfirmProps {
  secret: TotpSecret;
  cancel: React.ReactNode;
  onDone: () => Promise<void>;
}

function ConfirmCode({ secret, cancel, onDone }: ConfirmProps) {
  const { t } = useTranslation();
  const confirm = async ({ code }: { code: string }) => {
    await ask(api.PUT('/api/v1/me/totp', { body: { code: code.replace(/\s/g, '') } }));
    await onDone();
  };
  return (
    <div className="stack">
      <p>{t('me.totpScan')}</p>
      <div className="qr">
        <Suspense fallback={<Skeleton />}>
          <QRCode type="svg" value={secret.uri} size={176} color="black" bgColor="white" />
        </Suspense>
      </div>
      <CopyField label={t('me.totpSecret')} value={secret.secret} />
      <ProblemForm<{ code: string }>
        name="totp-code"
        submit={t('me.totpConfirm')}
        secondary={cancel}
        onSubmit={confirm}
      >
        <Form.Item
          name="code"
          label={t('session.code')}
          rules={[{ required: true, pattern: /^\s*(\d\s*){6}$/, message: t('session.codeMissing') }]}
          validateTrigger="onSubmit"
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} />
        </Form.Item>
      </ProblemForm>
    </div>
  );
}
