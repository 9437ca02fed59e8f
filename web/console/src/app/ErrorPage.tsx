import { Empty } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** A room that could not be shown, most often because a new version was put in place while the page was open. */
export function ErrorPage({ inside }: { inside?: boolean }) {
  const { t } = useTranslation();
  return (
    <div className={inside ? 'page' : 'page page-alone'}>
      <Empty
        title={t('app.brokenTitle')}
        action={<Button onClick={() => window.location.reload()}>{t('app.reload')}</Button>}
      >
        {t('app.broken')}
      </Empty>
    </div>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return (
    <div className="page page-alone">
      <Empty title={t('app.notFoundTitle')} action={<Link to="/">{t('app.toStart')}</Link>}>
        {t('app.notFound')}
      </Empty>
    </div>
  );
}
