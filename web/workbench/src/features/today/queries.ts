import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { later, type Today } from '../../data/contract';
import { useHint } from '../../parts/Hints';
import { sentenceOf } from '../../parts/states';

export const todayQuery = queryOptions({
  queryKey: ['today'],
  queryFn: () => later<Today>('GET', '/api/v1/today'),
});

export type Deed =
  | { customer: string; deed: 'done' }
  | { customer: string; deed: 'later'; until: 'TWO_HOURS' | 'TOMORROW' }
  | { customer: string; deed: 'not-now'; reason: string };

/** The card goes at once; it comes back with a sentence when the server would not have it. */
export function useDeed(said: (deed: Deed) => string) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const hint = useHint();
  return useMutation({
    mutationFn: ({ customer, deed, ...body }: Deed) =>
      later('POST', `/api/v1/today/${customer}/${deed}`, { body: deed === 'done' ? undefined : body }),
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
