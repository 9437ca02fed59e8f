import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const FILTERS = ['TRIAL_ENDING', 'EXPIRING', 'IDLE', 'SUSPENDED', 'CLOSING'] as const;
export type Filter = (typeof FILTERS)[number];

export interface TenantQuery {
  q: string;
  filter: string;
  owner: string;
  sort: string;
}

export function tenantPage({ q, filter, owner, sort }: TenantQuery, cursor: string | undefined) {
  const known = FILTERS.find((one) => one === filter);
  const query = {
    ...(q ? { q } : {}),
    ...(known ? { filter: known } : {}),
    ...(owner ? { owner } : {}),
    ...(sort ? { sort } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return ask(api.GET('/api/v1/operator/tenants', { params: { query } }));
}

export function tenantQuery(tenant: number) {
  return queryOptions({
    queryKey: ['tenants', 'one', tenant],
    queryFn: () => ask(api.GET('/api/v1/operator/tenants/{tenant}', { params: { path: { tenant } } })),
  });
}

/** Colleagues who can look after a tenant. */
export const ownersQuery = queryOptions({
  queryKey: ['accounts', 'choices'],
  queryFn: () => ask(api.GET('/api/v1/accounts', { params: { query: { limit: 200 } } })),
});
