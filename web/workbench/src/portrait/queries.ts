import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const customerQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
  });

export const scoreQuery = (id: string) =>
  queryOptions({
    queryKey: ['customers', 'score', id],
    queryFn: () => ask(api.GET('/api/v1/customers/{id}/score', { params: { path: { id } } })),
  });

export const fetchTimeline = (id: string) => (cursor: string | undefined) =>
  ask(
    api.GET('/api/v1/customers/{id}/timeline', {
      params: { path: { id }, query: cursor ? { cursor } : {} },
    }),
  );
