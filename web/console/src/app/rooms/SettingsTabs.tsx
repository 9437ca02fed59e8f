import { useSession } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** 账号, 角色 and 角色规则 are sides of one room. */
export function SettingsTabs({ base }: { base: string }) {
  const { t } = useTranslation();
  const { rights, place } = useSession();
  const rules = place.kind === 'COMPANY' && rights.includes('role-rule:read');
  if (!rights.includes('role:read') && !rules) {
    return null;
  }
  return (
    <nav className="tabs" aria-label={t('accounts.tabs')}>
      <NavLink to={`${base}/settings/accounts`} end>
        {t('accounts.tab')}
      </NavLink>
      {rights.includes('role:read') ? <NavLink to={`${base}/settings/accounts/roles`}>{t('roles.tab')}</NavLink> : null}
      {rules ? <NavLink to={`${base}/settings/accounts/rules`}>{t('accounts.rulesTab')}</NavLink> : null}
    </nav>
  );
}
