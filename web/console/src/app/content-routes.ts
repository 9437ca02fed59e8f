import type { ComponentType } from 'react';
import type { RouteObject } from 'react-router';
import { withTexts } from './i18n';

function page(path: string, load: () => Promise<ComponentType>): RouteObject {
  const lazy = async () => ({ Component: await withTexts('content', load()) });
  return path ? { path, lazy } : { index: true, lazy };
}

/** What members send to customers. */
export const materialRoutes: RouteObject[] = [
  page('', async () => (await import('./rooms/MaterialsRoom')).MaterialsRoom),
  page('review', async () => (await import('./rooms/MaterialReviewRoom')).MaterialReviewRoom),
  page(':id', async () => (await import('../features/materials/MaterialPage')).MaterialPage),
];
