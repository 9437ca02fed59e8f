import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask, problemOf, type ReachSettings, useMay } from '@tilth/api';
import { Facts, Failed, Page, Section, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Complaints } from './Complaints';
import { ReachForm } from './ReachForm';

const settingsQuery = queryOptions({
  queryKey: ['reach-settings'],
  queryFn: () => ask(api.GET('/api/v1/reach-settings')),
});

function ReachFacts({ settings }: { settings: ReachSettings }) {
  const { t } = useTranslation();
  return (
    <Facts
      rows={[
        [t('reachPages.domain'), settings.domain ?? settings.standardAddress],
        [t('reachPages.brand'), settings.brand || t('reachPages.none')],
        [t('reachPages.recordNumber'), settings.recordNumber || t('reachPages.none')],
        [t('reachPages.phone'), settings.phone || t('reachPages.none')],
        [t('reachPages.identification'), t(`reachPages.${settings.identification}`)],
        [t('reachPages.contactForm'), t(settings.contactForm ? 'reachPages.yes' : 'reachPages.no')],
      ]}
    />
  );
}

export function ReachPagesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const settings = useQuery(settingsQuery);
  return (
    <Page title={t('reachPages.title')} lede={t('reachPages.lede')}>
      {settings.error && !settings.data ? (
        <Failed problem={problemOf(settings.error)} retry={() => void settings.refetch()} />
      ) : !settings.data ? (
        <Skeleton lines={8} />
      ) : may('reach-setting:write') ? (
        <ReachForm settings={settings.data} queryKey={settingsQuery.queryKey} />
      ) : (
        <Section title={t('reachPages.address')}>
          <ReachFacts settings={settings.data} />
        </Section>
      )}
      <Complaints />
    </Page>
  );
}
