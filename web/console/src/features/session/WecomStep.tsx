import { WarnIcon } from '@tilth/ui';
import { Button, Divider } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const KEY = 'tilth.company';
/** What the server says of a sign-in that led nowhere. */
const PROBLEMS = new Set([
  'wecom-sign-in-over',
  'wecom-sign-in-unknown',
  'wecom-not-a-member',
  'wecom-member-unknown',
  'wecom-member-left',
  'wecom-suspended',
  'wecom-unreachable',
  'no-place',
  'too-many-guesses',
]);

interface Props {
  /** The key of the company whose people come in, as its sign-in address names it. */
  company: string | null;
  problem: string | null;
  next: string | null;
}

/** In with WeCom, where the company is known: from the address, or from the last time in this browser. */
export function WecomStep({ company, problem, next }: Props) {
  const { t } = useTranslation();
  const [key] = useState(() => company ?? localStorage.getItem(KEY));
  useEffect(() => {
    if (company) {
      localStorage.setItem(KEY, company);
    }
  }, [company]);
  return (
    <>
      {problem ? (
        <p className="note note-clay door-problem" role="alert">
          <WarnIcon />
          <span>{t(`session.wecomProblem.${PROBLEMS.has(problem) ? problem : 'wecom-refused'}`)}</span>
        </p>
      ) : null}
      {key ? (
        <>
          <Button size="large" block href={addressOf(key, next)}>
            {t('session.wecom')}
          </Button>
          <Divider plain className="door-or">
            {t('session.wecomOr')}
          </Divider>
        </>
      ) : null}
    </>
  );
}

function addressOf(key: string, next: string | null): string {
  const query = next ? `?${new URLSearchParams({ to: next })}` : '';
  return `/wecom/sign-in/${encodeURIComponent(key)}${query}`;
}
