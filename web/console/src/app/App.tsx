import { QueryClientProvider } from '@tanstack/react-query';
import { createQueries, onSignedOut } from '@tilth/api';
import { TilthTheme } from '@tilth/ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { createBrowserRouter, RouterProvider } from 'react-router';
import { antdLocale } from './i18n';
import { routes } from './routes';
import { lastFarewell, signInAddress } from './sign-out';

export function App() {
  const { i18n } = useTranslation();
  const [queries] = useState(createQueries);
  const [router] = useState(() => {
    const made = createBrowserRouter(routes);
    onSignedOut(() => {
      const { pathname, search } = made.state.location;
      if (pathname.startsWith('/console') || pathname.startsWith('/operator')) {
        queries.clear();
        void made.navigate(signInAddress(pathname + search, lastFarewell()), { replace: true });
      }
    });
    return made;
  });
  return (
    <QueryClientProvider client={queries}>
      <TilthTheme locale={antdLocale(i18n.language)}>
        <RouterProvider router={router} />
      </TilthTheme>
    </QueryClientProvider>
  );
}
