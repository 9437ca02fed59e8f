import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { api, ask, connectLive, enter, type LiveMessage, problemOf, type Session } from '@tilth/api';
import { App } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rememberFarewell, signInAddress } from '../sign-out';

/** A tab that goes elsewhere hears of it before it has its new cookie. */
const SETTLED = 600;

/** Which lists a topic makes old. */
export const TOPICS: Record<string, string[]> = {
  session: ['session', 'me'],
  'support-request': ['support', 'session', 'tenants'],
  export: ['exports'],
  audit: ['audit'],
  tenant: ['tenants', 'company', 'session'],
  sync: ['wecom', 'departments', 'members', 'shops', 'customers', 'tags', 'group-chats'],
  callback: ['callbacks'],
  alert: ['alerts'],
  'code-plan': ['code-plans', 'channel-codes'],
  'print-pack': ['print-packs'],
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
  const { t } = useTranslation();
  const { message } = App.useApp();
  const key = `${session.account.id}:${session.place.tenant}`;
  useEffect(() => {
    let over = false;
    rememberFarewell(undefined);
    const goodbye = async (reason: string | null) => {
      if (reason === 'elsewhere') {
        await new Promise((resolve) => setTimeout(resolve, SETTLED));
      }
      if (over) {
        return;
      }
      rememberFarewell(reason ?? 'expired'); // whichever request meets the closed door first takes it along
      try {
        enter(queries, await ask(api.GET('/api/v1/session')));
        rememberFarewell(undefined);
        if (reason === 'support-ended') {
          void message.info(t('app.supportEnded'));
        }
      } catch (error) {
        if (problemOf(error).code !== 'not-signed-in') {
          queries.clear();
          void navigate(signInAddress(window.location.pathname + window.location.search), { replace: true });
        }
      }
    };
    const leave = connectLive(key, (heard) => {
      if (heard.kind === 'bye') {
        void goodbye(heard.reason);
      } else {
        refresh(queries, heard);
      }
    });
    return () => {
      over = true;
      leave();
    };
  }, [key, queries, navigate, message, t]);
}
