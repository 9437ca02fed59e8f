import type { RouteObject } from 'react-router';
import { Waiting } from '../parts/states';
import { Gate } from './Gate';
import { Lost } from './Lost';
import { Shell } from './Shell';

/** Below the tabs. Each page comes when it is opened. */
const tabbed: RouteObject[] = [
  { index: true, lazy: async () => ({ Component: (await import('../features/today/TodayPage')).TodayPage }) },
  {
    path: 'customers',
    lazy: async () => ({ Component: (await import('../features/customers/CustomersPage')).CustomersPage }),
  },
  {
    path: 'materials',
    lazy: async () => ({ Component: (await import('../features/materials/MaterialsPage')).MaterialsPage }),
  },
  { path: 'tasks', lazy: async () => ({ Component: (await import('../features/tasks/TasksPage')).TasksPage }) },
  { path: 'shop', lazy: async () => ({ Component: (await import('../features/shop/ShopPage')).ShopPage }) },
  { path: 'me', lazy: async () => ({ Component: (await import('../features/me/MePage')).MePage }) },
  {
    path: 'customers/:id',
    lazy: async () => ({ Component: (await import('../features/customers/CustomerPage')).CustomerPage }),
  },
  { path: 'alerts', lazy: async () => ({ Component: (await import('../features/alerts/AlertsPage')).AlertsPage }) },
  { path: 'alerts/:id', lazy: async () => ({ Component: (await import('../features/alerts/AlertPage')).AlertPage }) },
  {
    path: 'notices',
    lazy: async () => ({ Component: (await import('../features/notices/NoticesPage')).NoticesPage }),
  },
];

export const routes: RouteObject[] = [
  {
    path: '/w',
    hydrateFallbackElement: <Waiting />,
    errorElement: <Lost />,
    children: [
      { path: 'door', lazy: async () => ({ Component: (await import('./DoorPage')).DoorPage }) },
      {
        element: <Gate />,
        children: [
          { element: <Shell />, children: tabbed },
          {
            path: 'sidebar',
            lazy: async () => ({ Component: (await import('../features/sidebar/SidebarPage')).SidebarPage }),
          },
        ],
      },
    ],
  },
];
