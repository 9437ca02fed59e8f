import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, type Session } from '@tilth/api';
import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { rememberFarewell, signInAddress } from '../sign-out';
import { connectLive } from './connect';
import type { LiveMessage } from './hub';

/** Which lists a topic makes old. */
export const TOPICS: Record<string, string[]> = {
  session: ['session', 'me'],
  'support-request': ['support', 'session', 'tenants'],
  export: ['exports'],
  audit: ['audit'],
  tenant: ['tenants', 'company', 'session'],
  account: ['accounts', 'roles', 'me', 'session'],
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

/** Keeps the screens of this session fresh while the shell is open. */
export function useLive(session: Session) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const key = `${session.account.id}:${session.place.tenant}`;
  useEffect(() => {
    const goodbye = async (reason: string | null) => {
      rememberFarewell(reason ?? 'signed-out'); // whichever request meets the closed door first takes it along
      try {
        await ask(api.GET('/api/v1/session'));
        rememberFarewell(undefined);
        void queries.invalidateQueries();
      } catch (error) {
        if (problemOf(error).code !== 'not-signed-in') {
          queries.clear();
          void navigate(signInAddress(window.location.pathname + window.location.search), { replace: true });
        }
      }
    };
    return connectLive(key, (message) => {
      if (message.kind === 'bye') {
        void goodbye(message.reason);
      } else {
        refresh(queries, message);
      }
    });
  }, [key, queries, navigate]);
}
