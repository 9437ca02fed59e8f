import { ProblemForm, useCountdown } from '@tilth/ui';
import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  onSubmit: (login: string, password: string) => Promise<void>;
}

interface Values {
  login: string;
  password: string;
}

export function PasswordStep({ onSubmit }: Props) {
  const { t } = useTranslation();
  const [left, wait] = useCountdown();
  return (
    <>
      <ProblemForm<Values>
        name="sign-in"
        submit={left > 0 ? t('session.wait', { count: left }) : t('session.signIn')}
        wide
        disabled={left > 0}
        onSubmit={({ login, password }) => onSubmit(login.trim(), password)}
        handles={(problem) => {
          if (problem.code !== 'too-many-guesses') {
            return false;
          }
          wait(problem.retryAfter ?? 20);
          return true;
        }}
      >
        <Form.Item
          name="login"
          label={t('session.login')}
          rules={[{ required: true, message: t('session.loginMissing') }]}
        >
          <Input
            size="large"
            autoComplete="username"
            autoFocus
            inputMode="email"
            autoCapitalize="none"
            spellCheck={false}
          />
        </Form.Item>
        <Form.Item
          name="password"
          label={t('session.password')}
          rules={[{ required: true, message: t('session.passwordMissing') }]}
        >
          <Input.Password size="large" autoComplete="current-password" />
        </Form.Item>
        {left > 0 ? (
          <p className="note note-clay" role="alert">
            {t('session.tooMany')}
          </p>
        ) : null}
      </ProblemForm>
      <p className="door-foot">{t('session.forgot')}</p>
    </>
  );
}

export function BackButton({ onClick }: { onClick: () => void }) {
  const { t } = useTranslation();
  return (
    <Button type="text" block onClick={onClick}>
      {t('session.back')}
    </Button>
  );
}
