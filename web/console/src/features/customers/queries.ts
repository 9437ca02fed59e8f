import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const tagGroupsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: () => ask(api.GET('/api/v1/tag-groups')),
});

export const journeyQuery = {
  queryKey: ['stages'],
  queryFn: () => ask(api.GET('/api/v1/stages')),
};

export const scoreRulesQuery = {
  queryKey: ['score-settings'],
  queryFn: () => ask(api.GET('/api/v1/score-settings')),
};

export const customerQuery = (id: string) => ({
  queryKey: ['customers', 'one', id],
  queryFn: () => ask(api.GET('/api/v1/customers/{id}', { params: { path: { id } } })),
});
