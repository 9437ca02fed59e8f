import { useSession } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** 账号 and 角色 are two sides of one room. */
export function SettingsTabs({ base }: { base: string }) {
  const { t } = useTranslation();
  const { rights } = useSession();
  if (!rights.includes('role:read')) {
    return null;
  }
  return (
    <nav className="tabs" aria-label={t('accounts.tabs')}>
      <NavLink to={`${base}/settings/accounts`} end>
        {t('accounts.tab')}
      </NavLink>
      <NavLink to={`${base}/settings/accounts/roles`}>{t('roles.tab')}</NavLink>
    </nav>
  );
}
