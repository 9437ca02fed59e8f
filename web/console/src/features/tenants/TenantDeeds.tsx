import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Tenant, useMay } from '@tilth/api';
import { Confirm, CopyField, Moment, ProblemForm, Section } from '@tilth/ui';
import { App, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { tenantQuery } from './queries';

type Deed = 'suspend' | 'resume' | 'close' | 'keep';

/** Suspending, closing, and their undoing. Data is lost by neither until the thirty days are over. */
export function TenantDeeds({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState<Deed | null>(null);
  const [reason, setReason] = useState('');
  const params = { path: { id: tenant.id } };
  const deeds: Record<Deed, (typed: string) => Promise<Tenant>> = {
    suspend: () => ask(api.POST('/api/v1/operator/tenants/{id}/suspend', { params, body: { reason } })),
    resume: () => ask(api.POST('/api/v1/operator/tenants/{id}/resume', { params })),
    close: (name) => ask(api.POST('/api/v1/operator/tenants/{id}/close', { params, body: { name } })),
    keep: () => ask(api.POST('/api/v1/operator/tenants/{id}/keep', { params })),
  };
  const run = async (deed: Deed, typed: string) => {
    const now = await deeds[deed](typed);
    queries.setQueryData(tenantQuery(tenant.id).queryKey, now);
    await queries.invalidateQueries({ queryKey: ['tenants'] });
    setReason('');
    void message.success(t(`tenants.done.${deed}`, { name: tenant.name }));
  };
  const shown = possible(tenant, may);
  if (shown.length === 0) {
    return null;
  }
  const typed =
    asking === 'close' ? { name: tenant.name, label: t('company.closeTyped', { name: tenant.name }) } : undefined;
  return (
    <Section danger title={t('tenants.danger')}>
      <div className="row">
        {shown.map((deed) => (
          <Button key={deed} danger={deed === 'suspend' || deed === 'close'} onClick={() => setAsking(deed)}>
            {t(`tenants.deed.${deed}`)}
          </Button>
        ))}
      </div>
      <Confirm
        open={asking !== null}
        title={asking ? t(`tenants.ask.${asking}`, { name: tenant.name }) : ''}
        confirm={asking ? t(`tenants.deed.${asking}`) : ''}
        danger={asking === 'suspend' || asking === 'close'}
        {...(typed ? { typed } : {})}
        onConfirm={(name) => (asking ? run(asking, name) : Promise.resolve())}
        onClose={() => setAsking(null)}
      >
        <p>{asking ? t(`tenants.consequence.${asking}`) : ''}</p>
        {asking === 'suspend' ? (
          <>
            <label className="field-label" htmlFor="suspend-reason">
              {t('tenants.reason')}
            </label>
            <Input
              id="suspend-reason"
              value={reason}
              maxLength={200}
              placeholder={t('tenants.reasonExample')}
              onChange={(event) => setReason(event.target.value)}
            />
          </>
        ) : null}
      </Confirm>
    </Section>
  );
}

function possible(tenant: Tenant, may: (right: string) => boolean): Deed[] {
  const deeds: Deed[] = [];
  if (tenant.state === 'ERASED') {
    return deeds;
  }
  if (may('tenant:write')) {
    deeds.push(tenant.suspendedReason === null ? 'suspend' : 'resume');
  }
  if (may('tenant:close')) {
    deeds.push(tenant.closesAt === null ? 'close' : 'keep');
  }
  return deeds;
}

/** A one-time link for the first (or another) administrator of the tenant. */
export function AdminInvitation({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const [made, setMade] = useState<{ name: string; link: string; expiresAt: string } | null>(null);
  const invite = async ({ name }: { name: string }) => {
    const params = { path: { id: tenant.id } };
    const link = await ask(api.POST('/api/v1/operator/tenants/{id}/admin-invitations', { params, body: { name } }));
    setMade({ ...link, name });
  };
  return (
    <Section title={t('tenants.admin')} lede={t('tenants.adminLede')}>
      {made ? (
        <CopyField
          label={t('tenants.adminLink', { name: made.name })}
          value={made.link}
          hint={
            <>
              {t('accounts.inviteOnce')} <Moment at={made.expiresAt} />
            </>
          }
        />
      ) : (
        <ProblemForm<{ name: string }> name="admin-invitation" submit={t('tenants.adminSubmit')} onSubmit={invite}>
          <Form.Item
            name="name"
            label={t('tenants.adminName')}
            rules={[{ required: true, message: t('accounts.nameMissing') }]}
          >
            <Input maxLength={30} placeholder={t('accounts.nameExample')} />
          </Form.Item>
        </ProblemForm>
      )}
    </Section>
  );
}
