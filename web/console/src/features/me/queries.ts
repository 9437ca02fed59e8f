import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const meQuery = queryOptions({ queryKey: ['me', 'self'], queryFn: () => ask(api.GET('/api/v1/me')) });
export const devicesQuery = queryOptions({
  queryKey: ['me', 'devices'],
  queryFn: () => ask(api.GET('/api/v1/me/sessions')),
});
export const signInsQuery = queryOptions({
  queryKey: ['me', 'sign-ins'],
  queryFn: () => ask(api.GET('/api/v1/me/sign-ins')),
});
