import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay } from '@tilth/api';
import { Moment, problemText, Section } from '@tilth/ui';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { invitationsQuery } from './queries';

/** Who has been invited and not come yet. */
export function Invitations() {
  const { t } = useTranslation();
  const may = useMay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const invitations = useQuery(invitationsQuery);
  const withdraw = useMutation({
    mutationFn: (id: string) => ask(api.DELETE('/api/v1/invitations/{id}', { params: { path: { id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: invitationsQuery.queryKey });
      void message.success(t('accounts.withdrawn'));
    },
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  if (!invitations.data?.length) {
    return null;
  }
  return (
    <Section title={t('accounts.invitations')} lede={t('accounts.invitationsLede')}>
      <ul className="rows">
        {invitations.data.map((one) => (
          <li key={one.id}>
            <div>
              {one.name} <span className="quiet">· {one.role.name}</span>
              <div className="quiet small">
                {t('accounts.invitedAt')} <Moment at={one.createdAt} as="ago" /> · {t('accounts.validUntil')}{' '}
                <Moment at={one.expiresAt} />
              </div>
            </div>
            {may('account:write') ? (
              <Button
                size="small"
                loading={withdraw.isPending && withdraw.variables === one.id}
                onClick={() => withdraw.mutate(one.id)}
              >
                {t('accounts.withdraw')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
