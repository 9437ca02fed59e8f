import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const unseenQuery = queryOptions({
  queryKey: ['notices', 'unseen'],
  queryFn: () => ask(api.GET('/api/v1/notices/unseen')),
});
