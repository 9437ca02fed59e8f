import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unseenQuery } from '../data/notices';
import { Icon } from './icons';

/** The way to what one was told, and how much of it is new. */
export function Bell() {
  const { t } = useTranslation();
  const { data } = useQuery(unseenQuery);
  const count = data?.count ?? 0;
  return (
    <Link className="bar-button" to="/w/notices" aria-label={t('notices.bell', { count })}>
      <Icon name="bell" />
      {count > 0 && (
        <span className="badge" aria-hidden="true">
          {count > 99 ? '99+' : count}
        </span>
      )}
    </Link>
  );
}
