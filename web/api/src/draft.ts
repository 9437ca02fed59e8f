import type { Customer, Sync, TagGroup, TimelineEntry } from './draft-records';
import type { paths } from './schema';

/** Operations whose server side is still on its way, in the shape of the generated document, which goes before. */
interface Draft {
  '/api/v1/wecom/companies/{id}/syncs': { get: Op<Sync[], Id>; post: Op<Sync, Id> };
  '/api/v1/customers': {
    get: Op<
      Listed<Customer>,
      { query: { q?: string; member?: string; tag?: string; state?: 'FOLLOWED' | 'LOST'; cursor?: string } }
    >;
  };
  '/api/v1/customers/{id}': { get: Op<Customer, Id> };
  '/api/v1/customers/{id}/timeline': { get: Op<Listed<TimelineEntry>, Id & { query: { cursor?: string } }> };
  '/api/v1/tag-groups': { get: Op<TagGroup[]> };
}

export type Paths = Omit<Draft, keyof paths> & paths;

interface Id {
  path: { id: string };
}

interface Listed<T> {
  items: T[];
  next: string | null;
}

interface Asked {
  query?: object;
  path?: object;
  body?: unknown;
}

type Op<R, A extends Asked = Record<never, never>> = {
  parameters: {
    query?: A extends { query: infer Q } ? Q : never;
    header?: never;
    cookie?: never;
  } & (A extends { path: infer P } ? { path: P } : { path?: never });
  responses: { 200: { headers: { [name: string]: unknown }; content: { 'application/json': R } } };
} & (A extends { body: infer B } ? { requestBody: { content: { 'application/json': B } } } : { requestBody?: never });
