import type {
  CallbackCredentials,
  CallbackState,
  ChangedWecomCompany,
  ConnectStep,
  Customer,
  Department,
  GroupChat,
  Inheritance,
  InheritanceItem,
  Member,
  NewInheritance,
  NewRoleRule,
  NewShop,
  NewWecomCompany,
  RoleRule,
  Seat,
  Shop,
  Sync,
  TagGroup,
  TimelineEntry,
  Unassigned,
  WecomCallback,
  WecomCompany,
  WecomHealth,
  WecomLinks,
  WecomOverviewRow,
  WecomSetting,
} from './draft-records';
import type { paths } from './schema';

/** Operations whose server side is still on its way, in the shape of the generated document, which goes before. */
interface Draft {
  '/api/v1/wecom/setting': { get: Op<WecomSetting> };
  '/api/v1/wecom/companies': { get: Op<WecomCompany[]>; post: Op<WecomCompany, { body: NewWecomCompany }> };
  '/api/v1/wecom/companies/{id}': {
    get: Op<WecomCompany, Id>;
    put: Op<WecomCompany, Id & { body: ChangedWecomCompany }>;
  };
  '/api/v1/wecom/companies/{id}/callback-credentials': { post: Op<CallbackCredentials, Id> };
  '/api/v1/wecom/companies/{id}/steps': { get: Op<ConnectStep[], Id> };
  '/api/v1/wecom/companies/{id}/steps/{key}/check': { post: Op<ConnectStep, { path: { id: string; key: string } }> };
  '/api/v1/wecom/companies/{id}/steps/{key}/declare': { post: Op<ConnectStep, { path: { id: string; key: string } }> };
  '/api/v1/wecom/companies/{id}/domain-file': {
    put: Op<void, Id & { body: { name: string; content: string } }>;
    delete: Op<void, Id>;
  };
  '/api/v1/wecom/companies/{id}/connect': { post: Op<WecomCompany, Id> };
  '/api/v1/wecom/companies/{id}/close': { post: Op<WecomCompany, Id> };
  '/api/v1/wecom/companies/{id}/links': { get: Op<WecomLinks, Id> };
  '/api/v1/wecom/installs': { post: Op<{ url: string }> };
  '/api/v1/wecom/companies/{id}/health': { get: Op<WecomHealth, Id> };
  '/api/v1/wecom/companies/{id}/syncs': { get: Op<Sync[], Id>; post: Op<Sync, Id> };
  '/api/v1/operator/wecom': {
    get: Op<
      { suite: { ticketAt: string; late: boolean } | null } & Listed<WecomOverviewRow>,
      { query: { filter?: 'TROUBLE'; cursor?: string } }
    >;
  };
  '/api/v1/wecom/callbacks': {
    get: Op<Listed<WecomCallback>, { query: { state?: CallbackState; event?: string; cursor?: string } }>;
  };
  '/api/v1/wecom/callbacks/{id}': { get: Op<WecomCallback & { fields: Record<string, string> }, Id> };
  '/api/v1/wecom/callbacks/{id}/retry': { post: Op<void, Id> };
  '/api/v1/wecom/callbacks/{id}/replay': { post: Op<void, Id> };
  '/api/v1/wecom/callbacks/retry': { post: Op<{ retried: number }, { body: { event?: string } }> };
  '/api/v1/departments': { get: Op<Department[]> };
  '/api/v1/members': {
    get: Op<
      Listed<Member>,
      { query: { q?: string; department?: string; state?: 'HERE' | 'LEFT'; cursor?: string; limit?: number } }
    >;
  };
  '/api/v1/members/{id}': {
    get: Op<Member, Id>;
    put: Op<Member, Id & { body: { displayName: string | null; phone: string | null; version: number } }>;
  };
  '/api/v1/shops': {
    get: Op<Listed<Shop>, { query: { q?: string; cursor?: string } }>;
    post: Op<Shop, { body: NewShop }>;
  };
  '/api/v1/shops/{id}': { put: Op<Shop, Id & { body: NewShop & { version: number } }>; delete: Op<void, Id> };
  '/api/v1/customers': {
    get: Op<
      Listed<Customer>,
      { query: { q?: string; member?: string; tag?: string; state?: 'FOLLOWED' | 'LOST'; cursor?: string } }
    >;
  };
  '/api/v1/customers/{id}': { get: Op<Customer, Id> };
  '/api/v1/customers/{id}/timeline': { get: Op<Listed<TimelineEntry>, Id & { query: { cursor?: string } }> };
  '/api/v1/tag-groups': { get: Op<TagGroup[]> };
  '/api/v1/inheritances': { get: Op<Inheritance[]>; post: Op<Inheritance, { body: NewInheritance }> };
  '/api/v1/inheritances/unassigned': { get: Op<Unassigned[]> };
  '/api/v1/inheritances/{id}/items': {
    get: Op<Listed<InheritanceItem>, Id & { query: { state?: InheritanceItem['state']; cursor?: string } }>;
  };
  '/api/v1/inheritances/{id}/items/reassign': { post: Op<Inheritance, Id & { body: { items: string[]; to: string } }> };
  '/api/v1/group-chats': { get: Op<Listed<GroupChat>, { query: { q?: string; owner?: string; cursor?: string } }> };
  '/api/v1/group-chats/{id}': { get: Op<GroupChat & { seats: Seat[] }, Id> };
  '/api/v1/role-rules': { get: Op<RoleRule[]>; put: Op<RoleRule[], { body: { rules: NewRoleRule[] } }> };
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
