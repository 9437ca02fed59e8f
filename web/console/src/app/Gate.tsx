import { useQuery } from '@tanstack/react-query';
import { HOUSE, homeOf, problemOf, sessionQuery } from '@tilth/api';
import { Failed, Skeleton, Zone } from '@tilth/ui';
import { useEffect } from 'react';
import { Navigate, useLocation } from 'react-router';
import { asLanguage, changeLanguage } from './i18n';
import { Shell } from './shell/Shell';
import { signInAddress } from './sign-out';

const AT_THE_DOOR = new Set(['not-signed-in', 'place-not-chosen', 'tenant-suspended']);

/** Lets in who is signed in at this kind of place, and leads everybody else to the door or to their own place. */
export function Gate({ kind }: { kind: 'HOUSE' | 'COMPANY' }) {
  const location = useLocation();
  const query = useQuery(sessionQuery);
  const session = query.data;
  const language = asLanguage(session?.person.language);
  useEffect(() => {
    if (language) {
      void changeLanguage(language);
    }
  }, [language]);

  if (query.error && !session) {
    const problem = problemOf(query.error);
    if (AT_THE_DOOR.has(problem.code)) {
      return <Navigate to={signInAddress(location.pathname + location.search)} replace />;
    }
    return <Failed problem={problem} retry={() => void query.refetch()} />;
  }
  if (!session) {
    return (
      <div className="page page-alone">
        <Skeleton lines={5} />
      </div>
    );
  }
  if (session.place.kind !== kind) {
    return <Navigate to={homeOf(session)} replace />;
  }
  return (
    <Zone name={session.place.timeZone}>
      <Shell key={`${session.place.tenant ?? HOUSE}`} session={session} />
    </Zone>
  );
}
