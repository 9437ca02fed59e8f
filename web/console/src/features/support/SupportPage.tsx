import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type SupportRequest } from '@tilth/api';
import { Confirm, Empty, Failed, Moment, Page, problemText, Skeleton } from '@tilth/ui';
import { App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SupportState } from './SupportState';

const KEY = ['support', 'own'];

/** The company decides who of the platform may look in, and for how long. */
export function SupportPage() {
  const { t } = useTranslation();
  const requests = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/api/v1/support-requests')) });
  return (
    <Page title={t('support.title')} lede={t('support.lede')}>
      {requests.error && !requests.data ? (
        <Failed problem={problemOf(requests.error)} retry={() => void requests.refetch()} />
      ) : !requests.data ? (
        <Skeleton lines={4} />
      ) : requests.data.length === 0 ? (
        <Empty title={t('support.none')}>{t('support.noneHelp')}</Empty>
      ) : (
        <ul className="rows">
          {requests.data.map((request) => (
            <Request key={request.id} request={request} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Request({ request }: { request: SupportRequest }) {
  const { t } = useTranslation();
  return (
    <li>
      <div>
        <div className="row">
          <strong>{request.reason}</strong>
          <SupportState request={request} />
        </div>
        <div className="quiet small">
          {t('support.askedBy', { name: request.requestedBy })} · <Moment at={request.requestedAt} />
          {request.state === 'ALLOWED' && request.until ? (
            <>
              {' · '}
              {t('support.until')} <Moment at={request.until} />
            </>
          ) : null}
        </div>
      </div>
      <Decision request={request} />
    </li>
  );
}

function Decision({ request }: { request: SupportRequest }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const params = { path: { id: request.id } };
  const refetch = () => queries.invalidateQueries({ queryKey: ['support'] });
  const allow = async () => {
    await ask(api.POST('/api/v1/support-requests/{id}/allow', { params }));
    await refetch();
  };
  const other = useMutation({
    mutationFn: (what: 'refuse' | 'end') =>
      ask(
        what === 'end'
          ? api.POST('/api/v1/support-requests/{id}/end', { params })
          : api.POST('/api/v1/support-requests/{id}/refuse', { params }),
      ),
    onSuccess: refetch,
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  if (request.state === 'ALLOWED') {
    return (
      <Button loading={other.isPending} onClick={() => other.mutate('end')}>
        {t('support.end')}
      </Button>
    );
  }
  if (request.state !== 'ASKED') {
    return null;
  }
  return (
    <div className="row">
      <Button loading={other.isPending} onClick={() => other.mutate('refuse')}>
        {t('support.refuse')}
      </Button>
      <Button type="primary" onClick={() => setAsking(true)}>
        {t('support.allow')}
      </Button>
      <Confirm
        open={asking}
        title={t('support.allowAsk', { name: request.requestedBy })}
        confirm={t('support.allow')}
        onConfirm={allow}
        onClose={() => setAsking(false)}
      >
        <ul>
          <li>{t('support.allowSees')}</li>
          <li>{t('support.allowTime')}</li>
          <li>{t('support.allowTrail')}</li>
          <li>{t('support.allowEnd')}</li>
        </ul>
      </Confirm>
    </div>
  );
}
