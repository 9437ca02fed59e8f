import { queryOptions } from '@tanstack/react-query';
import { later } from './contract';

export const unseenQuery = queryOptions({
  queryKey: ['notices', 'unseen'],
  queryFn: () => later<{ count: number }>('GET', '/api/v1/notices/unseen'),
});
