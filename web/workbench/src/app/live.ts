import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { connectLive, type LiveMessage } from '@tilth/api';
import { useEffect } from 'react';
import { signIn } from './door';

/** What a piece of news makes old. */
export const TOPICS: Record<string, string[]> = {
  notice: ['notices'],
  alert: ['alerts', 'today', 'shop-days', 'notices'],
  customer: ['customers', 'today', 'shop-days'],
  today: ['today', 'shop-days'],
  session: ['session'],
};

export function refresh(queries: QueryClient, message: LiveMessage) {
  if (message.kind === 'reset') {
    void queries.invalidateQueries();
  } else if (message.kind === 'event') {
    for (const first of TOPICS[message.topic] ?? [message.topic]) {
      void queries.invalidateQueries({ queryKey: [first] });
    }
  }
}

/** Keeps what is shown fresh: the server says what changed, nobody asks in between. */
export function useLive(who: string) {
  const queries = useQueryClient();
  useEffect(
    () =>
      connectLive(who, (heard) => {
        if (heard.kind === 'bye') {
          signIn(location.pathname + location.search);
        } else {
          refresh(queries, heard);
        }
      }),
    [who, queries],
  );
}
