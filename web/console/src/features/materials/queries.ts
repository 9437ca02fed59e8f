import { queryOptions } from '@tanstack/react-query';
import { api, ask } from '@tilth/api';

/** Stands in the address for a material that is just begun. */
export const NEW = 'new';

/** Where a material is written; after its first save the same desk goes on. */
export const addressOf = (id: string) => `/console/materials/${id}`;
export const SAME_DESK = { replace: true, state: { desk: NEW } };

export const foldersQuery = queryOptions({
  queryKey: ['material', 'folders'],
  queryFn: () => ask(api.GET('/api/v1/material-folders')),
});

export const reviewQuery = queryOptions({
  queryKey: ['material', 'review'],
  queryFn: () => ask(api.GET('/api/v1/material-review')),
});

export const materialQuery = (id: string) =>
  queryOptions({
    queryKey: ['material', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/materials/{id}', { params: { path: { id } } })),
  });

/** How far a document is; the server tells when it moved. */
export const documentQuery = (file: string) =>
  queryOptions({
    queryKey: ['document', file],
    queryFn: () => ask(api.GET('/api/v1/materials/documents/{file}', { params: { path: { file } } })),
  });
