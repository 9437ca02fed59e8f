import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type Tenant } from '@tilth/api';
import { Page, ProblemForm } from '@tilth/ui';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AdminInvitation } from './TenantDeeds';
import { bodyOf, TenantFields, type TenantValues } from './TenantFields';

const TRIAL_DAYS = 14;

/** Opens a tenant, then makes the link by which its administrator comes in. */
export function OpenTenantPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [opened, setOpened] = useState<Tenant | null>(null);
  const open = async (values: TenantValues) => {
    setOpened(await ask(api.POST('/api/v1/operator/tenants', { body: bodyOf(values) })));
    await queries.invalidateQueries({ queryKey: ['tenants'] });
  };
  if (opened) {
    return (
      <Page title={t('tenants.opened', { name: opened.name })} lede={t('tenants.openedLede')}>
        <AdminInvitation tenant={opened} />
        <p>
          <Link to={`/operator/tenants?open=${opened.id}`}>{t('tenants.toTenant')}</Link>
        </p>
      </Page>
    );
  }
  return (
    <Page title={t('tenants.open')} lede={t('tenants.openLede')}>
      <ProblemForm<TenantValues>
        name="tenant-new"
        draft
        submit={t('tenants.open')}
        initial={{
          timeZone: 'Asia/Shanghai',
          plan: 'TRIAL',
          validUntil: dayjs().add(TRIAL_DAYS, 'day').format('YYYY-MM-DD'),
        }}
        onSubmit={open}
        secondary={<Link to="/operator/tenants">{t('ui.cancel')}</Link>}
      >
        <TenantFields />
      </ProblemForm>
    </Page>
  );
}
