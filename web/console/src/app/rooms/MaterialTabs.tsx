import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The library, and how closely it is looked at. */
export function MaterialTabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('materials.title')}>
      <NavLink to="/console/materials" end>
        {t('materials.tab')}
      </NavLink>
      <NavLink to="/console/materials/review">{t('materials.review')}</NavLink>
    </nav>
  );
}
