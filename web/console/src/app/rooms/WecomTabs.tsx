import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

/** The companies, and what they tell us. */
export function WecomTabs() {
  const { t } = useTranslation();
  return (
    <nav className="tabs" aria-label={t('wecom.tabs')}>
      <NavLink to="/console/settings/wecom" end>
        {t('wecom.tab')}
      </NavLink>
      <NavLink to="/console/settings/wecom/callbacks">{t('callbacks.tab')}</NavLink>
    </nav>
  );
}
