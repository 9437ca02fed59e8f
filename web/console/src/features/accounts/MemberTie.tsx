import { type Account, api, ask, type Problem, problemOf } from '@tilth/api';
import { MemberSelect, ProblemNote, Section } from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type Deed = 'tie' | 'untie';

/** As which member somebody with a password comes in by WeCom: without it, WeCom would make them a second account. */
export function MemberTie({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [member, setMember] = useState<{ id: string; name: string } | null>(null);
  const [busy, setBusy] = useState<Deed | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async (deed: Deed) => {
    if (!member) {
      return;
    }
    setBusy(deed);
    setProblem(null);
    const params = { path: { id: account.id, member: member.id } };
    try {
      await (deed === 'tie'
        ? ask(api.PUT('/api/v1/accounts/{id}/members/{member}', { params }))
        : ask(api.DELETE('/api/v1/accounts/{id}/members/{member}', { params })));
      void message.success(t(`accounts.tied.${deed}`, { name: account.name, member: member.name }));
      setMember(null);
    } catch (error) {
      setProblem(problemOf(error));
    } finally {
      setBusy(null);
    }
  };
  return (
    <Section title={t('accounts.wecom')} lede={t('accounts.wecomLede')}>
      <div className="stack">
        <MemberSelect
          state="HERE"
          label={t('accounts.member')}
          allowClear
          value={member?.id ?? null}
          known={[member]}
          onChange={(_, chosen) => setMember(chosen)}
        />
        <div className="row">
          <Button disabled={!member} loading={busy === 'tie'} onClick={() => void run('tie')}>
            {t('accounts.tie')}
          </Button>
          <Button type="text" disabled={!member} loading={busy === 'untie'} onClick={() => void run('untie')}>
            {t('accounts.untie')}
          </Button>
        </div>
        {problem ? <ProblemNote problem={problem} /> : null}
      </div>
    </Section>
  );
}
