import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const alertQuery = (id: string) =>
  queryOptions({
    queryKey: ['alerts', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/alerts/{id}', { params: { path: { id } } })),
  });

/** @param mine only what reached me; a manager's other alerts stand under the shop */
export const fetchAlerts = (state: 'OPEN' | 'ALL', mine: boolean) => (cursor: string | undefined) =>
  ask(api.GET('/api/v1/alerts', { params: { query: { state, mine, ...(cursor && { cursor }) } } }));

export type Alert = Awaited<ReturnType<ReturnType<typeof fetchAlerts>>>['items'][number];
