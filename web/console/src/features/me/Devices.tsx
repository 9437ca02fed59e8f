import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Failed, Moment, problemText, Skeleton, Tag } from '@tilth/ui';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { device } from './agent';
import { devicesQuery } from './queries';

export function Devices() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const devices = useQuery(devicesQuery);
  const revoke = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/v1/me/sessions/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: devicesQuery.queryKey });
      void message.success(t('me.deviceRevoked'));
    },
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  if (devices.error && !devices.data) {
    return <Failed problem={problemOf(devices.error)} retry={() => void devices.refetch()} />;
  }
  if (!devices.data) {
    return <Skeleton lines={2} />;
  }
  return (
    <ul className="rows">
      {devices.data.map((one) => (
        <li key={one.id}>
          <div>
            <span title={one.agent}>{device(one.agent)}</span>{' '}
            {one.current ? <Tag tone="leaf">{t('me.deviceThis')}</Tag> : null}
            <div className="quiet small">
              {one.address} · {t('me.deviceSeen')} <Moment at={one.lastSeenAt} as="ago" />
            </div>
          </div>
          {one.current ? null : (
            <Button
              size="small"
              loading={revoke.isPending && revoke.variables === one.id}
              onClick={() => revoke.mutate(one.id)}
            >
              {t('me.deviceRevoke')}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
