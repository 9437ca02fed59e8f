import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, enter, homeOf, problemOf } from '@tilth/api';
import { Moment, ProblemForm, ProblemNote, Skeleton } from '@tilth/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SupportState } from './SupportState';

/** The operator's side: ask with a reason, wait for the company, enter while it is allowed. */
export function SupportAsk({ tenant }: { tenant: number }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const params = { path: { id: tenant } };
  const queryKey = ['support', tenant];
  const requests = useQuery({
    queryKey,
    queryFn: () => ask(api.GET('/api/v1/operator/tenants/{id}/support-requests', { params })),
    // Each look into a tenant is a line in the trail; what changes is told by the live stream.
    staleTime: 5 * 60_000,
    refetchOnWindowFocus: false,
  });
  const visit = useMutation({
    mutationFn: async () => {
      await ask(api.POST('/api/v1/operator/tenants/{id}/support-visits', { params }));
      return ask(api.GET('/api/v1/session'));
    },
    onSuccess: (session) => {
      enter(queries, session);
      void navigate(homeOf(session));
    },
  });
  if (!requests.data) {
    return <Skeleton lines={2} />;
  }
  const open = requests.data.find((request) => request.state === 'ASKED' || request.state === 'ALLOWED');
  return (
    <div className="stack">
      {requests.data.slice(0, 3).map((request) => (
        <div key={request.id}>
          <div className="row">
            <SupportState request={request} asking /> {request.reason}
          </div>
          <div className="quiet small">
            {request.requestedBy} · <Moment at={request.requestedAt} as="ago" />
            {request.state === 'ALLOWED' && request.until ? (
              <>
                {' · '}
                {t('support.until')} <Moment at={request.until} />
              </>
            ) : null}
          </div>
        </div>
      ))}
      {visit.error ? <ProblemNote problem={problemOf(visit.error)} /> : null}
      {open?.state === 'ALLOWED' ? (
        <div>
          <Button type="primary" loading={visit.isPending} onClick={() => visit.mutate()}>
            {t('support.enter')}
          </Button>
        </div>
      ) : null}
      {open ? null : (
        <ProblemForm<{ reason: string }>
          name="support-ask"
          submit={t('support.ask')}
          onSubmit={async (body) => {
            await ask(api.POST('/api/v1/operator/tenants/{id}/support-requests', { params, body }));
            await queries.invalidateQueries({ queryKey });
          }}
        >
          <Form.Item
            name="reason"
            label={t('support.reason')}
            extra={t('support.reasonHint')}
            rules={[{ required: true, message: t('support.reasonMissing') }]}
          >
            <Input maxLength={200} placeholder={t('support.reasonExample')} />
          </Form.Item>
        </ProblemForm>
      )}
    </div>
  );
}
