import { queryOptions } from '@tanstack/react-query';
import { api, ask, type Channel } from '@tilth/api';

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => ask(api.GET('/api/v1/channels')),
});

export const codeQuery = (id: string) =>
  queryOptions({
    queryKey: ['channel-codes', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/channel-codes/{id}', { params: { path: { id } } })),
  });

export const figuresQuery = (id: string) =>
  queryOptions({
    queryKey: ['channel-codes', 'figures', id],
    queryFn: () =>
      ask(api.GET('/api/v1/channel-codes/{id}/figures', { params: { path: { id }, query: { days: 30 } } })),
  });

export interface Twig {
  channel: Channel;
  depth: number;
}

/** Channels in the order of the tree. */
export function twigs(all: Channel[]): Twig[] {
  const walk = (parent: string | null, depth: number): Twig[] =>
    all
      .filter((one) => (one.parentId ?? null) === parent)
      .flatMap((channel) => [{ channel, depth }, ...walk(channel.id, depth + 1)]);
  return walk(null, 0);
}
