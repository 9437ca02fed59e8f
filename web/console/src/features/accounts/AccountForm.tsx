import { type Account, problemOf } from '@tilth/api';
import { ProblemForm, problemText, StaleDialog, usePinned } from '@tilth/ui';
import { App, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RoleSelect } from './RoleSelect';

interface Values {
  name: string;
  roleId: string;
}

interface Props {
  account: Account;
  save: (values: Values, version: number) => Promise<void>;
  reload: () => Promise<void>;
}

export function AccountForm({ account: latest, save, reload }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { record: account, hold, release } = usePinned(latest);
  const [stale, setStale] = useState<{ current: Account; mine: Values } | null>(null);
  const submit = async (values: Values, version: number) => {
    await save(values, version);
    setStale(null);
    release();
    void message.success(t('accounts.saved'));
  };
  const rows = stale && [
    {
      label: t('accounts.name'),
      theirs: stale.current.name,
      mine: stale.mine.name,
      differs: stale.current.name !== stale.mine.name,
    },
    {
      label: t('accounts.role'),
      theirs: stale.current.role.name,
      mine: stale.mine.roleId === account.role.id ? account.role.name : t('accounts.roleYours'),
      differs: stale.current.role.id !== stale.mine.roleId,
    },
  ];
  return (
    <>
      <ProblemForm<Values>
        key={account.version}
        name="account"
        submit={t('accounts.save')}
        initial={{ name: account.name, roleId: account.role.id }}
        onTyped={hold}
        onSubmit={(values) => submit(values, account.version)}
        onStale={(current, mine) => setStale({ current: current as Account, mine })}
      >
        <Form.Item
          name="name"
          label={t('accounts.name')}
          rules={[{ required: true, message: t('accounts.nameMissing') }]}
        >
          <Input maxLength={30} />
        </Form.Item>
        <RoleSelect />
      </ProblemForm>
      <StaleDialog
        rows={rows}
        onClose={() => setStale(null)}
        onTakeTheirs={() =>
          void reload().then(() => {
            setStale(null);
            release();
          })
        }
        onKeepMine={() =>
          stale &&
          submit(stale.mine, stale.current.version).catch(
            (error) => void message.error(problemText(problemOf(error), t)),
          )
        }
      />
    </>
  );
}
