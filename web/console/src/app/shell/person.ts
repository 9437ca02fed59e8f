import { useQueryClient } from '@tanstack/react-query';
import { api, ask, sessionQuery } from '@tilth/api';
import { useNavigate } from 'react-router';
import { changeLanguage, type Language } from '../i18n';

/** Speaks the language at once and remembers it for the person, so that other devices speak it too. */
export function useLanguageChoice(): (language: Language) => Promise<void> {
  const queries = useQueryClient();
  return async (language) => {
    const session = queries.getQueryData(sessionQuery.queryKey);
    if (session) {
      queries.setQueryData(sessionQuery.queryKey, { ...session, person: { ...session.person, language } });
    }
    await changeLanguage(language);
    if (session?.support) {
      return; // a visitor's own things are changed at home
    }
    const me = await ask(api.GET('/api/v1/me'));
    await ask(api.PUT('/api/v1/me', { body: { name: me.name, language, version: me.version } }));
    void queries.invalidateQueries({ queryKey: ['me'] });
  };
}

export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await ask(api.DELETE('/api/v1/session')).catch(() => undefined);
    sessionStorage.clear();
    await navigate('/sign-in', { replace: true });
    queries.clear();
  };
}
