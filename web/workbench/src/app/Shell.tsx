import { useMay } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { NavLink, Outlet } from 'react-router';
import { Icon, type IconName } from '../parts/icons';

interface Tab {
  key: IconName;
  to: string;
  right?: string;
}

const TABS: Tab[] = [
  { key: 'today', to: '/w' },
  { key: 'customers', to: '/w/customers' },
  { key: 'materials', to: '/w/materials' },
  { key: 'tasks', to: '/w/tasks' },
  { key: 'shop', to: '/w/shop', right: 'alert:assign' },
  { key: 'me', to: '/w/me' },
];

/** The page, and under the thumb where one can go. */
export function Shell() {
  const { t } = useTranslation();
  const may = useMay();
  return (
    <div className="shell">
      <Outlet />
      <nav className="tabs" aria-label={t('tabs.label')}>
        {TABS.filter(({ right }) => !right || may(right)).map(({ key, to }) => (
          <NavLink key={key} to={to} end={to === '/w'}>
            <Icon name={key} />
            {t(`tabs.${key}`)}
          </NavLink>
        ))}
      </nav>
    </div>
  );
}
