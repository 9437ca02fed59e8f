import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const tagGroupsQuery = queryOptions({
  queryKey: ['tag-groups'],
  queryFn: () => ask(api.GET('/api/v1/tag-groups')),
  staleTime: 600_000,
});
