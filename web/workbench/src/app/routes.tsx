import type { RouteObject } from 'react-router';
import { Waiting } from '../parts/states';
import { Gate } from './Gate';
import { Lost } from './Lost';
import { Shell } from './Shell';

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
          {
            element: <Shell />,
            children: [
              { index: true, lazy: async () => ({ Component: (await import('../features/me/MePage')).MePage }) },
              {
                path: 'tasks',
                lazy: async () => ({ Component: (await import('../features/tasks/TasksPage')).TasksPage }),
              },
              { path: 'me', lazy: async () => ({ Component: (await import('../features/me/MePage')).MePage }) },
            ],
          },
        ],
      },
    ],
  },
];
