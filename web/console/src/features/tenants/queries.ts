import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, ask, useMay } from '@tilth/api';

export const FILTERS = ['TRIAL_ENDING', 'EXPIRING', 'IDLE', 'SUSPENDED', 'CLOSING'] as const;
const SORTS = ['NEWEST', 'VALID_UNTIL', 'LAST_SIGNED_IN', 'NAME'] as const;

export interface TenantQuery {
  q: string;
  filter: string;
  owner: string;
  sort: string;
}

export function tenantPage({ q, filter, owner, sort }: TenantQuery, cursor: string | undefined) {
  const known = FILTERS.find((one) => one === filter);
  const order = SORTS.find((one) => one === sort);
  const query = {
    ...(q ? { q } : {}),
    ...(known ? { filter: known } : {}),
    ...(owner ? { owner } : {}),
    ...(order ? { sort: order } : {}),
    ...(cursor ? { cursor } : {}),
  };
  return ask(api.GET('/api/v1/operator/tenants', { params: { query } }));
}

export function tenantQuery(id: number) {
  return queryOptions({
    queryKey: ['tenants', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/operator/tenants/{id}', { params: { path: { id } } })),
  });
}

const ownersQuery = queryOptions({
  queryKey: ['accounts', 'choices'],
  queryFn: () => ask(api.GET('/api/v1/accounts', { params: { query: { limit: 200 } } })),
});

/** Colleagues who can look after a tenant; nobody's names for those who may not see accounts. */
export function useOwners() {
  const shown = useMay()('account:read');
  const { data } = useQuery({ ...ownersQuery, enabled: shown });
  return {
    shown,
    options: data?.items.map((one) => ({ value: one.id, label: one.name })) ?? [],
    /** Undefined until the names are here, and for an account that was removed. */
    nameOf: (id: string) => data?.items.find((one) => one.id === id)?.name,
  };
}
