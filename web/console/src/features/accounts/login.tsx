import type { Account } from '@tilth/api';
import { useTranslation } from 'react-i18next';

/** Whoever first came in by WeCom has a login that nobody types. */
export function Login({ account }: { account: Account }) {
  const { t } = useTranslation();
  return <span className="quiet">{account.login.startsWith('wecom-') ? t('accounts.byWecom') : account.login}</span>;
}
