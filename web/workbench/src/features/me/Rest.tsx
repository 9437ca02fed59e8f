import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { Switch } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { useHint } from '../../parts/Hints';
import { sentenceOf } from '../../parts/states';

const KEY = ['duty'];

/** 今天休息: alerts go to the spare member. */
export function Rest() {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const { data: duties } = useQuery({ queryKey: KEY, queryFn: () => ask(api.GET('/api/v1/me/duty')) });
  const rest = useMutation({
    mutationFn: (resting: boolean) => ask(api.PUT('/api/v1/me/rest', { body: { resting } })),
    onSuccess: (next) => queries.setQueryData(KEY, next),
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  const first = duties?.[0];
  if (!first) {
    return null;
  }
  return (
    <section className="card">
      <div className="switch-line">
        <span>{t('me.rest')}</span>
        <Switch
          checked={first.resting}
          loading={rest.isPending}
          onChange={(next) => rest.mutate(next)}
          aria-label={t('me.rest')}
        />
      </div>
      <p className="quiet small">{first.spare ? t('me.spare', { name: first.spare.name }) : t('me.noSpare')}</p>
    </section>
  );
}
