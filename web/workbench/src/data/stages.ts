import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const stagesQuery = queryOptions({
  queryKey: ['stages'],
  queryFn: () => ask(api.GET('/api/v1/stages')),
  staleTime: 600_000,
});
