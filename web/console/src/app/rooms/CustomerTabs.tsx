import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The people, and the tags by which they are told apart. */
export function CustomerTabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('customers.title')}>
      <NavLink to="/console/customers" end>
        {t('customers.tab')}
      </NavLink>
      <NavLink to="/console/customers/tags">{t('customers.tags')}</NavLink>
      <NavLink to="/console/customers/stages">{t('customers.stages')}</NavLink>
      <NavLink to="/console/customers/scoring">{t('customers.scoring')}</NavLink>
    </nav>
  );
}
