import { useQueryClient } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { CopyField, Moment, ProblemForm, SidePanel } from '@tilth/ui';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RoleSelect } from './RoleSelect';

interface Values {
  name: string;
  roleId: string;
}

/** Makes a link that lets one person in, once. */
export function InvitePanel({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [made, setMade] = useState<{ name: string; link: string; expiresAt: string } | null>(null);
  const invite = async (values: Values) => {
    const link = await ask(api.POST('/api/v1/invitations', { body: values }));
    setMade({ ...link, name: values.name });
    await queries.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <SidePanel title={t('accounts.inviteTitle')} subtitle={t('accounts.inviteLede')} onClose={onClose}>
      {made ? (
        <div className="stack">
          <CopyField
            label={t('accounts.inviteLink', { name: made.name })}
            value={made.link}
            hint={
              <>
                {t('accounts.inviteOnce')} <Moment at={made.expiresAt} />
              </>
            }
          />
          <Button onClick={() => setMade(null)}>{t('accounts.inviteAnother')}</Button>
        </div>
      ) : (
        <ProblemForm<Values> name="invite" draft submit={t('accounts.inviteSubmit')} onSubmit={invite}>
          <Form.Item
            name="name"
            label={t('accounts.name')}
            rules={[{ required: true, message: t('accounts.nameMissing') }]}
          >
            <Input maxLength={30} placeholder={t('accounts.nameExample')} autoFocus />
          </Form.Item>
          <RoleSelect />
        </ProblemForm>
      )}
    </SidePanel>
  );
}
