import { type Problem, problemOf } from '@tilth/api';
import { Failed, Skeleton } from '@tilth/ui';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { CodeStep } from './CodeStep';
import { Door } from './Door';
import { PasswordStep } from './PasswordStep';
import { PlaceStep, SuspendedStep } from './PlaceStep';
import { useSignInFlow } from './session-flow';
import { WecomStep } from './WecomStep';

const REASONS = new Set(['signed-out', 'revoked', 'frozen', 'removed', 'password-changed', 'expired', 'support-ended']);

/** One question after the other: password, code, place. */
export function SignInPage({ corner }: { corner?: ReactNode }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const flow = useSignInFlow(params.get('next'));
  const [looking, setLooking] = useState(true);
  const [problem, setProblem] = useState<Problem | null>(null);
  const proceed = useRef(flow.proceed);

  const look = () => {
    setProblem(null);
    proceed
      .current()
      .then((known) => !known && setLooking(false))
      .catch((error) => setProblem(problemOf(error)));
  };
  useEffect(look, []);

  const { step } = flow;
  const why = params.get('why');
  if (step.at === 'place') {
    return (
      <Door title={t('session.placeTitle')} lede={t('session.placeLede')} corner={corner}>
        <PlaceStep places={step.places} onChoose={flow.choose} onLeave={flow.leave} />
      </Door>
    );
  }
  if (step.at === 'suspended') {
    return (
      <Door title={t('session.suspendedTitle')} corner={corner}>
        <SuspendedStep reason={step.reason} places={step.places} onChoose={flow.choose} onLeave={flow.leave} />
      </Door>
    );
  }
  if (step.at === 'code') {
    return (
      <Door title={t('session.codeTitle')} lede={t('session.codeLede')} corner={corner}>
        <CodeStep onSubmit={(code) => flow.signIn(step.login, step.password, code)} onBack={flow.back} />
      </Door>
    );
  }
  const lede = why ? t(`session.why.${REASONS.has(why) ? why : 'expired'}`) : t('session.lede');
  return (
    <Door title={t('session.title')} lede={lede} corner={corner}>
      {problem ? (
        <Failed problem={problem} retry={look} />
      ) : looking ? (
        <Skeleton />
      ) : (
        <>
          <WecomStep company={params.get('company')} problem={params.get('problem')} next={params.get('next')} />
          <PasswordStep onSubmit={flow.signIn} />
        </>
      )}
    </Door>
  );
}
