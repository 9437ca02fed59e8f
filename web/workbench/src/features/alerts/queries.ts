import { queryOptions } from '@tanstack/react-query';
import { type Alert, later, type Pageful } from '../../data/contract';

export const alertQuery = (id: string) =>
  queryOptions({ queryKey: ['alerts', id], queryFn: () => later<Alert>('GET', `/api/v1/alerts/${id}`) });

export const fetchAlerts = (state: 'OPEN' | 'ALL') => (cursor: string | undefined) =>
  later<Pageful<Alert>>('GET', '/api/v1/alerts', { query: { state, cursor } });
