import { type QueryKey, useInfiniteQuery } from '@tanstack/react-query';
import { type Problem, problemOf } from './problem';
import type { Page } from './types';

/** A list that comes part by part, in the words a table needs. */
export interface Pages<T> {
  rows: T[];
  loading: boolean;
  problem: Problem | null;
  retry: () => void;
  hasMore: boolean;
  loadingMore: boolean;
  loadMore: () => void;
}

/** While something in a list is on its way, the list is asked for again this often. */
const LOOK_AGAIN = 3000;

/** @param moving whether some row will soon be another; then the list looks again by itself */
export function usePages<T>(
  queryKey: QueryKey,
  fetchPage: (cursor: string | undefined) => Promise<Page<T>>,
  moving?: (rows: T[]) => boolean,
): Pages<T> {
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam ?? undefined),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next,
    refetchInterval: ({ state }) =>
      moving?.(state.data?.pages.flatMap((page) => page.items) ?? []) ? LOOK_AGAIN : false,
  });
  return {
    rows: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending,
    problem: query.error ? problemOf(query.error) : null,
    retry: () => void query.refetch(),
    hasMore: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => void query.fetchNextPage(),
  };
}

/** A short list that comes whole, in the same words. */
export function whole<T>(query: {
  data: T[] | undefined;
  isPending: boolean;
  error: unknown;
  refetch: () => unknown;
}): Pages<T> {
  return {
    rows: query.data ?? [],
    loading: query.isPending,
    problem: query.error ? problemOf(query.error) : null,
    retry: () => void query.refetch(),
    hasMore: false,
    loadingMore: false,
    loadMore: () => {},
  };
}
