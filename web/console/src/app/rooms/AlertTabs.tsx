import { useMay } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** Who should hear from us, and when we want to know. */
export function AlertTabs() {
  const { t } = useTranslation();
  const may = useMay();
  return may('alert-setting:read') ? (
    <nav className="tabs" aria-label={t('alerts.title')}>
      <NavLink to="/console/alerts" end>
        {t('alerts.tab')}
      </NavLink>
      <NavLink to="/console/alerts/settings">{t('alerts.settings')}</NavLink>
    </nav>
  ) : null;
}
