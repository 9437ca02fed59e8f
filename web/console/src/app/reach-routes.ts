import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { withTexts } from './i18n';

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  return { path, lazy: async () => ({ Component: await withTexts('reach', load()) }) };
}

/** 引流获客: how people come in, and what they first hear. */
export const reachRoutes: RouteObject[] = [
  page('channel-codes', async () => (await import('../features/channel-codes/ChannelCodesPage')).ChannelCodesPage),
  page('channel-codes/new', async () => (await import('../features/channel-codes/NewCodePage')).NewCodePage),
  page('channel-codes/:id', async () => (await import('../features/channel-codes/CodePage')).CodePage),
  page('code-plans', async () => (await import('../features/channel-codes/plans/PlansPage')).PlansPage),
  page('code-plans/new', async () => (await import('../features/channel-codes/plans/PlanFormPage')).PlanFormPage),
  page('code-plans/:id', async () => (await import('../features/channel-codes/plans/PlanPage')).PlanPage),
  page('code-plans/:id/edit', async () => (await import('../features/channel-codes/plans/PlanFormPage')).PlanFormPage),
  page('code-plans/:id/apply', async () => (await import('../features/channel-codes/plans/ApplyPage')).ApplyPage),
  page('channels', async () => (await import('../features/channel-codes/ChannelsPage')).ChannelsPage),
  page(
    'welcomes/default',
    async () => (await import('../features/channel-codes/DefaultWelcomePage')).DefaultWelcomePage,
  ),
  page('welcomes', async () => (await import('../features/welcomes/WelcomesPage')).WelcomesPage),
];
