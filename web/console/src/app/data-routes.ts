import type { RouteObject } from 'react-router';
import { withTexts } from './i18n';

/** 数据: figures over everything else. */
export const dataRoutes: RouteObject[] = [
  {
    index: true,
    lazy: async () => ({
      Component: await withTexts(
        'data',
        import('../features/overview/OverviewPage').then((page) => page.OverviewPage),
      ),
    }),
  },
];
