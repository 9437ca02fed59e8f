import { useQueryClient } from '@tanstack/react-query';
import { api, ask, enter, homeOf, type Place, type Problem, problemOf, type Session, type SignedIn } from '@tilth/api';
import { useState } from 'react';
import { useNavigate } from 'react-router';

export type Step =
  | { at: 'password' }
  | { at: 'code'; login: string; password: string }
  | { at: 'place'; places: Place[] }
  | { at: 'suspended'; reason: string | null; places: Place[] };

/** Only an address of ours, and only one that belongs to the place the reader ended up in. */
export function safeNext(next: string | null, session: Session): string {
  const home = homeOf(session);
  return next && (next === home || next.startsWith(`${home}/`) || next.startsWith(`${home}?`)) ? next : home;
}

/** From a password to a place: which question comes next, and how it is answered. */
export function useSignInFlow(next: string | null) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>({ at: 'password' });

  const arrive = (session: Session) => {
    enter(queries, session);
    void navigate(safeNext(next, session), { replace: true });
  };

  /** Goes where the server's knowledge of us leads; false when it has none. */
  const proceed = async (): Promise<boolean> => {
    try {
      arrive(await ask(api.GET('/api/v1/session')));
      return true;
    } catch (error) {
      return detour(problemOf(error));
    }
  };

  const detour = async (problem: Problem): Promise<boolean> => {
    if (problem.code === 'place-not-chosen') {
      setStep({ at: 'place', places: await ask(api.GET('/api/v1/me/places')) });
      return true;
    }
    if (problem.code === 'tenant-suspended') {
      const reason = typeof problem.facts.reason === 'string' ? problem.facts.reason : null;
      const places = await ask(api.GET('/api/v1/me/places')).catch(() => []);
      setStep({ at: 'suspended', reason, places: places.filter((place) => place.state !== 'SUSPENDED') });
      return true;
    }
    if (problem.code === 'not-signed-in') {
      return false;
    }
    throw problem;
  };

  const take = async (answer: SignedIn, login: string, password: string) => {
    if (answer.state === 'CODE_NEEDED') {
      setStep({ at: 'code', login, password });
    } else if (answer.state === 'CHOOSE_PLACE') {
      setStep({ at: 'place', places: answer.places });
    } else {
      await proceed();
    }
  };

  const signIn = async (login: string, password: string, code?: string) => {
    const body = code ? { login, password, code } : { login, password };
    await take(await ask(api.POST('/api/v1/session', { body })), login, password);
  };

  const choose = async (tenant: number) => {
    try {
      arrive(await ask(api.PUT('/api/v1/session/place', { body: { tenant } })));
    } catch (error) {
      const problem = problemOf(error);
      if (!(await detour(problem))) {
        throw problem;
      }
    }
  };

  const leave = async () => {
    await ask(api.DELETE('/api/v1/session')).catch(() => undefined);
    queries.clear();
    setStep({ at: 'password' });
  };

  return { step, signIn, take, choose, leave, proceed, back: () => setStep({ at: 'password' }) };
}
