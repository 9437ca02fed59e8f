import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

/** While WeCom is being asked, the page looks again this often, should the live stream be cut. */
const LOOK_AGAIN = 3000;

export const settingQuery = queryOptions({
  queryKey: ['wecom', 'setting'],
  queryFn: () => ask(api.GET('/api/v1/wecom/setting')),
  staleTime: 600_000,
});

export const companiesQuery = queryOptions({
  queryKey: ['wecom', 'companies'],
  queryFn: () => ask(api.GET('/api/v1/wecom/companies')),
});

export function companyQuery(id: string) {
  return queryOptions({
    queryKey: ['wecom', 'company', id],
    queryFn: () => ask(api.GET('/api/v1/wecom/companies/{id}', { params: { path: { id } } })),
  });
}

export function stepsQuery(id: string) {
  return queryOptions({
    queryKey: ['wecom', 'steps', id],
    queryFn: () => ask(api.GET('/api/v1/wecom/companies/{id}/steps', { params: { path: { id } } })),
  });
}

export function linksQuery(id: string) {
  return queryOptions({
    queryKey: ['wecom', 'links', id],
    queryFn: () => ask(api.GET('/api/v1/wecom/companies/{id}/links', { params: { path: { id } } })),
  });
}

export function healthQuery(id: string) {
  return queryOptions({
    queryKey: ['wecom', 'health', id],
    queryFn: () => ask(api.GET('/api/v1/wecom/companies/{id}/health', { params: { path: { id } } })),
  });
}

export function syncsQuery(id: string) {
  return queryOptions({
    queryKey: ['wecom', 'syncs', id],
    queryFn: () => ask(api.GET('/api/v1/wecom/companies/{id}/syncs', { params: { path: { id } } })),
    refetchInterval: (query) => (query.state.data?.[0]?.state === 'RUNNING' ? LOOK_AGAIN : false),
  });
}
