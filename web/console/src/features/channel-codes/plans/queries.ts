import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Shop } from '@tilth/api';

export const plansQuery = queryOptions({
  queryKey: ['code-plans', 'list'],
  queryFn: () => ask(api.GET('/api/v1/code-plans')),
});

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: ['code-plans', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/code-plans/{id}', { params: { path: { id } } })),
  });

export const previewQuery = (id: string) =>
  queryOptions({
    queryKey: ['code-plans', 'preview', id],
    queryFn: () => ask(api.GET('/api/v1/code-plans/{id}/preview', { params: { path: { id } } })),
  });

export const runsQuery = (id: string) =>
  queryOptions({
    queryKey: ['code-plans', 'runs', id],
    queryFn: () => ask(api.GET('/api/v1/code-plans/{id}/runs', { params: { path: { id } } })),
  });

export const citiesQuery = queryOptions({
  queryKey: ['shops', 'cities'],
  queryFn: () => ask(api.GET('/api/v1/code-plans/cities')),
});

export const packsQuery = queryOptions({
  queryKey: ['print-packs'],
  queryFn: () => ask(api.GET('/api/v1/print-packs')),
});

export const allShopsQuery = queryOptions({
  queryKey: ['shops', 'all'],
  queryFn: async () => {
    const shops: Shop[] = [];
    let cursor: string | null = null;
    do {
      const query: { limit: number; cursor?: string } = { limit: 200, ...(cursor ? { cursor } : {}) };
      const part: { items: Shop[]; next?: string | null } = await ask(api.GET('/api/v1/shops', { params: { query } }));
      shops.push(...part.items);
      cursor = part.next ?? null;
    } while (cursor);
    return shops;
  },
});
