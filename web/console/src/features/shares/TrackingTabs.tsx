import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The links, and who read them without a name. */
export function TrackingTabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('shares.title')}>
      <NavLink to="/console/tracking" end>
        {t('shares.tab')}
      </NavLink>
      <NavLink to="/console/tracking/visitors">{t('shares.visitors.tab')}</NavLink>
    </nav>
  );
}
