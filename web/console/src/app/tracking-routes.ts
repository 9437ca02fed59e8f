import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { withTexts } from './i18n';

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  const lazy = async () => ({ Component: await withTexts('tracking', load()) });
  return path ? { path, lazy } : { index: true, lazy };
}

/** 访客雷达: what was sent, and who read it. */
export const trackingRoutes: RouteObject[] = [
  page('', async () => (await import('../features/shares/SharesPage')).SharesPage),
  page('visitors', async () => (await import('../features/shares/VisitorsPage')).VisitorsPage),
];
