import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';
import { later, type Parked } from '../../data/contract';

/** The customer whom WeCom calls so. */
export const sidebarQuery = (userId: string) =>
  queryOptions({
    queryKey: ['customers', 'sidebar', userId],
    queryFn: () => ask(api.GET('/api/v1/sidebar/customer', { params: { query: { userId } } })),
  });

export const parkedQuery = (customer: string) =>
  queryOptions({
    queryKey: ['parked', customer],
    queryFn: () => later<Parked[]>('GET', '/api/v1/parked', { query: { customer } }),
  });
