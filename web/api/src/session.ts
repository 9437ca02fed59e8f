import { QueryClient, queryOptions, useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { api, ask } from './client';
import { Problem } from './problem';
import type { Session } from './types';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => ask(api.GET('/api/v1/session')),
  staleTime: 60_000,
});

/** Who is signed in where. Only below the shell, which has asked already. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Whether the caller holds a right; a screen hides what its reader cannot do. */
export function useMay(): (right: string) => boolean {
  const { rights } = useSession();
  return (right) => rights.includes(right);
}

/** The operator's own space has tenant 0. */
export const HOUSE = 0;

export function useChoosePlace() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (tenant: number) => ask(api.PUT('/api/v1/session/place', { body: { tenant } })),
    onSuccess: (session) => enter(queries, session),
  });
}

/**
 * Another place is another world: nothing read in the last one may be shown. The session itself stays in its place, or
 * the screens of the last one would not hear of it and ask again for what is no longer theirs.
 */
export function enter(queries: QueryClient, session: Session) {
  queries.setQueryData(sessionQuery.queryKey, session);
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionQuery.queryKey[0] });
}

export function homeOf(session: Session): string {
  return session.place.kind === 'HOUSE' ? '/operator' : '/console';
}

/** Reads are tried again when nobody answered; refusals and writes never. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => count < 2 && error instanceof Problem && (error.status === 0 || error.status >= 502),
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  });
}
