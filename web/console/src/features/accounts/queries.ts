import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const invitationsQuery = queryOptions({
  queryKey: ['accounts', 'invitations'],
  queryFn: () => ask(api.GET('/api/v1/invitations')),
});
/** The roles to choose from. */
export const roleChoicesQuery = queryOptions({
  queryKey: ['roles', 'list'],
  queryFn: () => ask(api.GET('/api/v1/roles')),
});
