import { useQueryClient } from '@tanstack/react-query';
import { api, ask, type OneTimeLink, type Problem, problemOf } from '@tilth/api';
import { Empty, Failed, Moment, ProblemForm, Skeleton } from '@tilth/ui';
import { Form, Input, Segmented } from 'antd';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { CodeStep } from './CodeStep';
import { Door } from './Door';
import { PlaceStep, SuspendedStep } from './PlaceStep';
import { useSignInFlow } from './session-flow';

/** Where a one-time link leads: an invitation is accepted, or a lost password replaced. */
export function JoinPage({ corner }: { corner?: ReactNode }) {
  const { t } = useTranslation();
  const [token] = useState(() => window.location.hash.replace(/^#/, ''));
  const [link, setLink] = useState<OneTimeLink | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const queries = useQueryClient();
  const flow = useSignInFlow(null);
  const look = useCallback(() => {
    setProblem(null);
    ask(api.POST('/api/v1/links/look', { body: { token } }))
      .then(setLink)
      .catch((error) => setProblem(problemOf(error)));
  }, [token]);
  useEffect(look, [look]);

  /** The link is used up only when everything is right, the code too. */
  const use = async ({ login, password }: Values, code?: string) => {
    const body = { token, login, password, ...(code ? { code } : {}) };
    const answer = await ask(api.POST('/api/v1/links/use', { body }));
    queries.clear();
    if (answer.state !== 'CODE_NEEDED') {
      window.history.replaceState(null, '', '/join');
    }
    await flow.take(answer, login, password);
  };

  const { step } = flow;
  if (step.at === 'place' || step.at === 'suspended') {
    return (
      <Door title={t(step.at === 'place' ? 'session.placeTitle' : 'session.suspendedTitle')} corner={corner}>
        {step.at === 'place' ? (
          <PlaceStep places={step.places} onChoose={flow.choose} onLeave={flow.leave} />
        ) : (
          <SuspendedStep reason={step.reason} places={step.places} onChoose={flow.choose} onLeave={flow.leave} />
        )}
      </Door>
    );
  }
  if (step.at === 'code') {
    return (
      <Door title={t('session.codeTitle')} lede={t('session.codeLede')} corner={corner}>
        <CodeStep onSubmit={(code) => use(step, code)} onBack={flow.back} />
      </Door>
    );
  }
  if (problem) {
    return (
      <Door title={t('join.deadTitle')} corner={corner}>
        {problem.code === 'link-not-valid' ? (
          <Empty title={t('join.dead')}>{t('join.deadHelp')}</Empty>
        ) : (
          <Failed problem={problem} retry={look} />
        )}
      </Door>
    );
  }
  if (!link) {
    return (
      <Door title={t('join.looking')} corner={corner}>
        <Skeleton />
      </Door>
    );
  }
  return <JoinForm link={link} onUse={use} corner={corner} />;
}

interface FormProps {
  link: OneTimeLink;
  onUse: (values: Values) => Promise<void>;
  corner: ReactNode;
}

interface Values {
  login: string;
  password: string;
}

function JoinForm({ link, onUse, corner }: FormProps) {
  const { t } = useTranslation();
  const reset = link.kind === 'RESET';
  const [known, setKnown] = useState(false);
  const send = ({ login, password }: Values) => onUse({ login: link.login ?? login.trim(), password });
  const title = reset ? t('join.resetTitle') : t('join.title', { place: link.place.name });
  return (
    <Door title={title} lede={<Lede link={link} />} corner={corner}>
      <ProblemForm<Values>
        name="join"
        wide
        submit={t(reset ? 'join.resetSubmit' : known ? 'join.submitKnown' : 'join.submit')}
        initial={link.login ? { login: link.login } : {}}
        onSubmit={send}
      >
        {reset ? null : (
          <Segmented
            block
            className="join-kind"
            value={known ? 'known' : 'new'}
            onChange={(value) => setKnown(value === 'known')}
            options={[
              { value: 'new', label: t('join.new') },
              { value: 'known', label: t('join.known') },
            ]}
          />
        )}
        <Form.Item
          name="login"
          label={t('session.login')}
          extra={reset || known ? undefined : t('join.loginHint')}
          rules={[{ required: true, message: t('session.loginMissing') }]}
        >
          <Input
            size="large"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            disabled={link.login !== null}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={t(reset ? 'join.newPassword' : known ? 'join.yourPassword' : 'join.choosePassword')}
          extra={known ? undefined : t('join.passwordHint')}
          rules={[{ required: true, message: t('session.passwordMissing') }]}
        >
          <Input.Password size="large" autoComplete={known ? 'current-password' : 'new-password'} />
        </Form.Item>
      </ProblemForm>
    </Door>
  );
}

function Lede({ link }: { link: OneTimeLink }) {
  const { t } = useTranslation();
  const key = link.kind === 'RESET' ? 'join.resetLede' : 'join.lede';
  return (
    <>
      <p>
        <Trans i18nKey={key} values={{ name: link.name, role: link.role, place: link.place.name }} />
      </p>
      <p className="small">
        {t('join.expires')} <Moment at={link.expiresAt} />
      </p>
    </>
  );
}
