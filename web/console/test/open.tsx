import { QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createQueries } from '@tilth/api';
import { TilthTheme } from '@tilth/ui';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { routes } from '../src/app/routes';

/** Opens the whole app at an address, as a browser would. */
export function open(address: string) {
  const queries = createQueries();
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  render(
    <QueryClientProvider client={queries}>
      <TilthTheme locale={undefined}>
        <RouterProvider router={router} />
      </TilthTheme>
    </QueryClientProvider>,
  );
  return { router, queries, user: userEvent.setup({ delay: null }), at: () => router.state.location };
}
