import { useQuery } from '@tanstack/react-query';
import { api, ask, type LinkQuota } from '@tilth/api';
import { Banner, Moment } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

const TONES: Record<LinkQuota['state'], 'leaf' | 'clay' | 'red'> = {
  ENOUGH: 'leaf',
  ENDING: 'clay',
  LOW: 'clay',
  USED_UP: 'red',
};

/** How many friends may still be won by links; nothing where nobody has a link. */
export function LinkQuotas() {
  const { t } = useTranslation();
  const quotas = useQuery({ queryKey: ['link-quotas'], queryFn: () => ask(api.GET('/api/v1/link-quotas')) });
  return (quotas.data ?? []).map((quota) => (
    <Banner key={quota.companyId} tone={TONES[quota.state]}>
      {t(`channelCodes.quota.${quota.state}`, { left: quota.left, used: quota.used })}
      {quota.endsAt && quota.ending > 0 ? (
        <>
          {' '}
          {t('channelCodes.quotaEnds', { count: quota.ending })}
          <Moment at={quota.endsAt} as="date" />
        </>
      ) : null}
    </Banner>
  ));
}
