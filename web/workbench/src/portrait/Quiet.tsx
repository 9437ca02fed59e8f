import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Switch } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { useHint } from '../parts/Hints';
import { sentenceOf } from '../parts/states';

/** 不打扰: one tap, as the customer wishes; then nothing is sent to them, and what they read is not scored. */
export function Quiet({ id }: { id: string }) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const key = ['customers', 'quiet', id];
  const params = { path: { id } };
  const { data } = useQuery({ queryKey: key, queryFn: () => ask(api.GET('/api/v1/customers/{id}/quiet', { params })) });
  const note = useMutation({
    mutationFn: (quiet: boolean) => ask(api.PUT('/api/v1/customers/{id}/quiet', { params, body: { quiet } })),
    onSuccess: (now) => {
      queries.setQueryData(key, now);
      void queries.invalidateQueries({ queryKey: ['today'] });
      void queries.invalidateQueries({ queryKey: ['customers'] });
      hint(t(now.quiet ? 'customers.quietOn' : 'customers.quietOff'));
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <div>
      <dt>{t('customers.quiet')}</dt>
      <dd>
        <Switch
          checked={note.variables !== undefined && note.isPending ? note.variables : (data?.quiet ?? false)}
          disabled={!data}
          onChange={(next) => note.mutate(next)}
          aria-label={t('customers.quiet')}
        />
        {data?.quiet && (
          <p className="quiet small">{t(data.themselves ? 'customers.quietByThem' : 'customers.quietHelp')}</p>
        )}
      </dd>
    </div>
  );
}
