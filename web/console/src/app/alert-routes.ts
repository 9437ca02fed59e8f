import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { withTexts } from './i18n';

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  const lazy = async () => ({ Component: await withTexts('alerts', load()) });
  return path ? { path, lazy } : { index: true, lazy };
}

/** 访客提醒: who reads what just now, and who is told of it. */
export const alertRoutes: RouteObject[] = [
  page('', async () => (await import('./rooms/AlertsRoom')).AlertsRoom),
  page('settings', async () => (await import('./rooms/AlertSettingsRoom')).AlertSettingsRoom),
];
