import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

export const KINDS = ['ARTICLE', 'DOCUMENT', 'POSTER', 'LINK'] as const;
export type MaterialKind = (typeof KINDS)[number];

export interface Wanted {
  q: string;
  kind: MaterialKind | null;
}

/** What can be sent: published, and not taken back. */
export const fetchMaterials =
  ({ q, kind }: Wanted) =>
  (cursor: string | undefined) =>
    ask(
      api.GET('/api/v1/materials', {
        params: { query: { state: 'PUBLISHED', ...(q && { q }), ...(kind && { kind }), ...(cursor && { cursor }) } },
      }),
    );

export type Material = Awaited<ReturnType<ReturnType<typeof fetchMaterials>>>['items'][number];

export const materialQuery = (id: string) =>
  queryOptions({
    queryKey: ['materials', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/materials/{id}', { params: { path: { id } } })),
    staleTime: 600_000,
  });
