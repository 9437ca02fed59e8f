import { later, type Material, type MaterialKind, type Pageful } from './contract';

export interface Wanted {
  q: string;
  kind: MaterialKind | null;
}

export const fetchMaterials = (wanted: Wanted) => (cursor: string | undefined) =>
  later<Pageful<Material>>('GET', '/api/v1/materials', {
    query: { q: wanted.q || undefined, kind: wanted.kind ?? undefined, state: 'PUBLISHED', cursor },
  });
