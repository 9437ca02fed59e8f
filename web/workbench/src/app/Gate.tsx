import { useQuery } from '@tanstack/react-query';
import { problemOf, sessionQuery } from '@tilth/api';
import { Zone } from '@tilth/ui/time';
import { useEffect } from 'react';
import { Navigate, Outlet } from 'react-router';
import { Trouble, Waiting } from '../parts/states';
import { arrived } from './door';
import { useLive } from './live';

/** Lets in who is signed in; whoever is not is on the way to WeCom already. */
export function Gate() {
  const query = useQuery(sessionQuery);
  const session = query.data;
  useEffect(() => {
    if (session) {
      arrived();
    }
  }, [session]);
  if (session) {
    return session.place.kind === 'COMPANY' ? (
      <Zone name={session.place.timeZone}>
        <Listening key={`${session.account.id}:${session.place.tenant}`} who={session.account.id} />
      </Zone>
    ) : (
      <Navigate to="/w/door?problem=place-not-yours" replace />
    );
  }
  const problem = query.error ? problemOf(query.error) : null;
  if (!problem || problem.code === 'not-signed-in') {
    return <Waiting />;
  }
  return <Trouble problem={problem} retry={() => void query.refetch()} />;
}

function Listening({ who }: { who: string }) {
  useLive(who);
  return <Outlet />;
}
