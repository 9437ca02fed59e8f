import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Failed, Page, Skeleton } from '@tilth/ui';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AlertForm } from './AlertForm';

const settingQuery = queryOptions({
  queryKey: ['alert-settings'],
  queryFn: () => ask(api.GET('/api/v1/alert-settings')),
});

/** When the company wants its members to be alerted. */
export function AlertSettingsPage({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const setting = useQuery(settingQuery);
  return (
    <Page title={t('alerts.title')} lede={t('alerts.lede')}>
      {tabs}
      {setting.error && !setting.data ? (
        <Failed problem={problemOf(setting.error)} retry={() => void setting.refetch()} />
      ) : setting.data ? (
        <AlertForm setting={setting.data} queryKey={settingQuery.queryKey} />
      ) : (
        <Skeleton lines={10} />
      )}
    </Page>
  );
}
