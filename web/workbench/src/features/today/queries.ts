import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { useHint } from '../../parts/Hints';
import { sentenceOf } from '../../parts/states';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => ask(list()),
});

export type Deed =
  | { customer: string; deed: 'done' }
  | { customer: string; deed: 'later'; until: 'TWO_HOURS' | 'TOMORROW' }
  | { customer: string; deed: 'not-now'; reason: string };

export type TodayItem = Awaited<ReturnType<typeof ask<Today>>>['items'][number];
type Today = NonNullable<Awaited<ReturnType<typeof list>>['data']>;

function list() {
  return api.GET('/api/v1/today');
}

function send(asked: Deed) {
  const path = { customerId: asked.customer };
  switch (asked.deed) {
    case 'done':
      return ask(api.POST('/api/v1/today/{customerId}/done', { params: { path } }));
    case 'later':
      return ask(api.POST('/api/v1/today/{customerId}/later', { params: { path }, body: { until: asked.until } }));
    case 'not-now':
      return ask(api.POST('/api/v1/today/{customerId}/not-now', { params: { path }, body: { reason: asked.reason } }));
  }
}

/** The card goes at once; it comes back with a sentence when the server would not have it. */
export function useDeed(said: (deed: Deed) => string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const hint = useHint();
  return useMutation({
    mutationFn: send,
    onMutate: async (asked) => {
      await queries.cancelQueries({ queryKey: todayQuery.queryKey });
      const before = queries.getQueryData(todayQuery.queryKey);
      if (before) {
        queries.setQueryData(todayQuery.queryKey, {
          items: before.items.filter((item) => item.customer.id !== asked.customer),
          done: before.done + (asked.deed === 'done' ? 1 : 0),
          left: Math.max(0, before.left - 1),
        });
      }
      hint(said(asked));
      return { before };
    },
    onError: (error, _, kept) => {
      queries.setQueryData(todayQuery.queryKey, kept?.before);
      hint(sentenceOf(problemOf(error), t));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: todayQuery.queryKey }),
  });
}
