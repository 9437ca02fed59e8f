import { type Account, api, ask } from '@tilth/api';
import { Confirm, CopyField, Moment, Section } from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  account: Account;
  self: boolean;
  changed: () => Promise<void>;
  onGone: () => void;
}

type Deed = 'freeze' | 'unfreeze' | 'remove' | 'reset';

/** Freezing, removing and resetting; nobody does these to themselves. */
export function AccountDeeds({ account, self, changed, onGone }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [asking, setAsking] = useState<Deed | null>(null);
  const [link, setLink] = useState<{ link: string; expiresAt: string } | null>(null);
  const path = { id: account.id };
  const deeds: Record<Deed, () => Promise<void>> = {
    freeze: async () => void (await ask(api.POST('/api/v1/accounts/{id}/freeze', { params: { path } }))),
    unfreeze: async () => void (await ask(api.POST('/api/v1/accounts/{id}/unfreeze', { params: { path } }))),
    remove: async () => void (await ask(api.DELETE('/api/v1/accounts/{id}', { params: { path } }))),
    reset: async () => setLink(await ask(api.POST('/api/v1/accounts/{id}/reset-link', { params: { path } }))),
  };
  const run = async (deed: Deed) => {
    await deeds[deed]();
    if (deed === 'remove') {
      onGone();
    }
    if (deed !== 'reset') {
      void message.success(t(`accounts.done.${deed}`, { name: account.name }));
    }
    await changed();
  };
  const frozen = account.state === 'FROZEN';
  const shown: Deed[] = ['reset', frozen ? 'unfreeze' : 'freeze', 'remove'];
  return (
    <Section title={t('accounts.more')} lede={self ? t('accounts.notSelf') : undefined}>
      <div className="stack">
        {link ? (
          <CopyField
            label={t('accounts.resetLink', { name: account.name })}
            value={link.link}
            hint={
              <>
                {t('accounts.onceUntil')} <Moment at={link.expiresAt} />
              </>
            }
          />
        ) : null}
        {self ? null : (
          <div className="row deeds">
            {shown.map((deed) => (
              <Button key={deed} danger={deed === 'remove'} onClick={() => setAsking(deed)}>
                {t(`accounts.deed.${deed}`)}
              </Button>
            ))}
          </div>
        )}
      </div>
      <Confirm
        open={asking !== null}
        title={asking ? t(`accounts.ask.${asking}`, { name: account.name }) : ''}
        confirm={asking ? t(`accounts.deed.${asking}`) : ''}
        danger={asking === 'remove' || asking === 'freeze'}
        onConfirm={() => (asking ? run(asking) : Promise.resolve())}
        onClose={() => setAsking(null)}
      >
        <p>{asking ? t(`accounts.consequence.${asking}`) : ''}</p>
      </Confirm>
    </Section>
  );
}
