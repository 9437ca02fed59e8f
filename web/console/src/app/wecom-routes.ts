import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { withTexts } from './i18n';

/** Each page is a chunk of its own; their words come with the first of them. */
function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  const lazy = async () => ({ Component: await withTexts('wecom', load()) });
  return path ? { path, lazy } : { index: true, lazy };
}

/** What came with WeCom: its customers, its people and its connection. */
export const customerRoutes: RouteObject[] = [
  page('', async () => (await import('./rooms/CustomersRoom')).CustomersRoom),
  page('tags', async () => (await import('./rooms/TagsRoom')).TagsRoom),
  page('stages', async () => (await import('./rooms/StagesRoom')).StagesRoom),
  page('scoring', async () => (await import('./rooms/ScoringRoom')).ScoringRoom),
  page('group-chats', async () => (await import('../features/group-chats/GroupChatsPage')).GroupChatsPage),
  page('inheritances', async () => (await import('../features/inheritances/InheritancesPage')).InheritancesPage),
  page(':id', async () => (await import('../features/customers/CustomerPage')).CustomerPage),
];

export const wecomSettings: RouteObject[] = [
  page('wecom', async () => (await import('./rooms/WecomRoom')).WecomRoom),
  page('wecom/new', async () => (await import('../features/wecom/NewCompanyPage')).NewCompanyPage),
  page('wecom/callbacks', async () => (await import('./rooms/CallbacksRoom')).CallbacksRoom),
  page('wecom/:id', async () => (await import('../features/wecom/ConnectPage')).ConnectPage),
  page('wecom/:id/health', async () => (await import('../features/wecom/HealthPage')).HealthPage),
  page('members', async () => (await import('../features/members/MembersPage')).MembersPage),
  page('shops', async () => (await import('../features/shops/ShopsPage')).ShopsPage),
  page('accounts/rules', async () => (await import('./rooms/RoleRulesRoom')).RoleRulesRoom),
];

export const wecomOverview = page(
  'wecom',
  async () => (await import('../features/wecom-health/OverviewPage')).OverviewPage,
);
