import { useQueryClient } from '@tanstack/react-query';
import { type Account, api, ask, useMay, useSession } from '@tilth/api';
import { Facts, Moment, Section, SidePanel, Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { AccountDeeds } from './AccountDeeds';
import { AccountForm } from './AccountForm';
import { Login } from './login';
import { MemberTie } from './MemberTie';

/** One account: who it is, what it may do, and what can be done about it. */
export function AccountPanel({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const queries = useQueryClient();
  const self = useSession().account.id === account.id;
  const changed = () => queries.invalidateQueries({ queryKey: ['accounts'] });
  return (
    <SidePanel
      title={account.name}
      subtitle={
        <>
          <Login account={account} />{' '}
          {account.state === 'FROZEN' ? <Tag tone="red">{t('accounts.states.FROZEN')}</Tag> : null}
          {self ? <Tag>{t('accounts.you')}</Tag> : null}
        </>
      }
      onClose={onClose}
    >
      <Section title={t('accounts.facts')}>
        <Facts
          rows={[
            [t('accounts.role'), account.role.name],
            [t('accounts.totp'), t(account.totp ? 'accounts.totpOn' : 'accounts.totpOff')],
            [
              t('accounts.lastSignedIn'),
              account.lastSignedInAt ? <Moment key="seen" at={account.lastSignedInAt} /> : t('accounts.never'),
            ],
          ]}
        />
      </Section>
      {may('account:write') ? (
        <>
          <Section title={t('accounts.change')}>
            <AccountForm
              account={account}
              save={async (values, version) => {
                await ask(
                  api.PUT('/api/v1/accounts/{id}', {
                    params: { path: { id: account.id } },
                    body: { ...values, version },
                  }),
                );
                await changed();
              }}
              reload={changed}
            />
          </Section>
          {may('member:read') ? <MemberTie account={account} /> : null}
          <AccountDeeds account={account} self={self} changed={changed} onGone={onClose} />
        </>
      ) : null}
    </SidePanel>
  );
}
