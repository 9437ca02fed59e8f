import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const tagGroupsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: () => ask(api.GET('/api/v1/tag-groups')),
});
