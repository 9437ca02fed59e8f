import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay } from '@tilth/api';
import { problemText } from '@tilth/ui';
import { App, Switch } from 'antd';
import { useTranslation } from 'react-i18next';

/** 不打扰: one tap, as the customer wishes. */
export function QuietSwitch({ id }: { id: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const may = useMay();
  const queries = useQueryClient();
  const key = ['customers', 'quiet', id];
  const params = { path: { id } };
  const { data } = useQuery({ queryKey: key, queryFn: () => ask(api.GET('/api/v1/customers/{id}/quiet', { params })) });
  const note = useMutation({
    mutationFn: (quiet: boolean) => ask(api.PUT('/api/v1/customers/{id}/quiet', { params, body: { quiet } })),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      void queries.invalidateQueries({ queryKey: ['customers'] });
    },
    onError: (error) => void message.error(problemText(problemOf(error), t)),
  });
  return (
    <>
      <Switch
        aria-label={t('customers.quiet')}
        checked={data?.quiet ?? false}
        disabled={!data || !may('customer:write')}
        loading={note.isPending}
        onChange={(next) => note.mutate(next)}
      />
      {data?.quiet ? (
        <p className="quiet small">{t(data.themselves ? 'customers.quietByThem' : 'customers.quietHelp')}</p>
      ) : null}
    </>
  );
}
