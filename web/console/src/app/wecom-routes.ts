import type { RouteObject } from 'react-router';

/** What came with WeCom: its connection, its people and its customers. Each page is a chunk of its own. */
export const customerRoutes: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('./rooms/CustomersRoom')).CustomersRoom }) },
  { path: 'tags', lazy: async () => ({ Component: (await import('./rooms/TagsRoom')).TagsRoom }) },
  {
    path: 'group-chats',
    lazy: async () => ({ Component: (await import('../features/group-chats/GroupChatsPage')).GroupChatsPage }),
  },
  {
    path: 'inheritances',
    lazy: async () => ({ Component: (await import('../features/inheritances/InheritancesPage')).InheritancesPage }),
  },
];

export const wecomSettings: RouteObject[] = [
  { path: 'wecom', lazy: async () => ({ Component: (await import('./rooms/WecomRoom')).WecomRoom }) },
  {
    path: 'wecom/new',
    lazy: async () => ({ Component: (await import('../features/wecom/NewCompanyPage')).NewCompanyPage }),
  },
  {
    path: 'wecom/callbacks',
    lazy: async () => ({ Component: (await import('./rooms/CallbacksRoom')).CallbacksRoom }),
  },
  {
    path: 'wecom/:id',
    lazy: async () => ({ Component: (await import('../features/wecom/ConnectPage')).ConnectPage }),
  },
  {
    path: 'wecom/:id/health',
    lazy: async () => ({ Component: (await import('../features/wecom/HealthPage')).HealthPage }),
  },
  {
    path: 'members',
    lazy: async () => ({ Component: (await import('../features/members/MembersPage')).MembersPage }),
  },
  { path: 'shops', lazy: async () => ({ Component: (await import('../features/shops/ShopsPage')).ShopsPage }) },
  {
    path: 'accounts/rules',
    lazy: async () => ({ Component: (await import('./rooms/RoleRulesRoom')).RoleRulesRoom }),
  },
];
