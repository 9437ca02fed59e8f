import type { ComponentType } from 'react';
import { Navigate, type RouteObject } from 'react-router';
import { alertRoutes } from './alert-routes';
import { materialRoutes } from './content-routes';
import { DoorCorner } from './DoorCorner';
import { dataRoutes } from './data-routes';
import { ErrorPage, NotFound } from './ErrorPage';
import { Gate } from './Gate';
import { withTexts } from './i18n';
import { reachRoutes } from './reach-routes';
import { trackingRoutes } from './tracking-routes';
import { customerRoutes, wecomOverview, wecomSettings } from './wecom-routes';

type Lazy = () => Promise<{ Component: ComponentType }>;

/** Each room comes with its own chunk when somebody enters it. */
const me: Lazy = async () => ({ Component: (await import('../features/me/MePage')).MePage });
const apiKeys: Lazy = async () => ({ Component: (await import('../features/api-keys/ApiKeysPage')).ApiKeysPage });
const audit: Lazy = async () => ({
  Component: await withTexts(
    'audit',
    import('../features/audit/AuditPage').then((page) => page.AuditPage),
  ),
});
const home: Lazy = async () => ({
  Component: await withTexts(
    'audit',
    import('./rooms/HomeRoom').then((page) => page.HomeRoom),
  ),
});
const accounts: Lazy = async () => ({ Component: (await import('./rooms/AccountsRoom')).AccountsRoom });
const roles: Lazy = async () => ({ Component: (await import('./rooms/RolesRoom')).RolesRoom });

const shared: RouteObject[] = [
  { path: 'me', lazy: me },
  { path: 'accounts', lazy: accounts },
  { path: 'accounts/roles', lazy: roles },
  { path: 'api-keys', lazy: apiKeys },
  { path: 'audit', lazy: audit },
  { index: true, element: <Navigate to="me" replace /> },
];

export const routes: RouteObject[] = [
  {
    errorElement: <ErrorPage />,
    hydrateFallbackElement: <span />,
    children: [
      { path: '/', element: <Navigate to="/console" replace /> },
      {
        path: '/sign-in',
        lazy: async () => {
          const { SignInPage } = await import('../features/session/SignInPage');
          return { Component: () => <SignInPage corner={<DoorCorner />} /> };
        },
      },
      {
        path: '/join',
        lazy: async () => {
          const { JoinPage } = await import('../features/session/JoinPage');
          return { Component: () => <JoinPage corner={<DoorCorner />} /> };
        },
      },
      {
        path: '/console',
        element: <Gate kind="COMPANY" />,
        children: [
          {
            errorElement: <ErrorPage inside />,
            children: [
              { index: true, lazy: home },
              { path: 'customers', children: customerRoutes },
              { path: 'reach', children: reachRoutes },
              { path: 'tracking', children: trackingRoutes },
              { path: 'alerts', children: alertRoutes },
              { path: 'materials', children: materialRoutes },
              { path: 'data', children: dataRoutes },
              {
                path: 'settings',
                children: [
                  ...shared,
                  ...wecomSettings,
                  {
                    path: 'company',
                    lazy: async () => ({ Component: (await import('./rooms/CompanyRoom')).CompanyRoom }),
                  },
                  {
                    path: 'reach-pages',
                    lazy: async () => ({
                      Component: (await import('../features/reach-pages/ReachPagesPage')).ReachPagesPage,
                    }),
                  },
                  {
                    path: 'support',
                    lazy: async () => ({ Component: (await import('../features/support/SupportPage')).SupportPage }),
                  },
                ],
              },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
      {
        path: '/operator',
        element: <Gate kind="HOUSE" />,
        children: [
          {
            errorElement: <ErrorPage inside />,
            children: [
              { index: true, element: <Navigate to="/operator/tenants" replace /> },
              {
                path: 'tenants',
                lazy: async () => ({ Component: (await import('./rooms/TenantsRoom')).TenantsRoom }),
              },
              {
                path: 'tenants/new',
                lazy: async () => ({ Component: (await import('../features/tenants/OpenTenantPage')).OpenTenantPage }),
              },
              wecomOverview,
              { path: 'settings', children: shared },
              { path: '*', element: <NotFound /> },
            ],
          },
        ],
      },
      { path: '*', element: <NotFound /> },
    ],
  },
];
