import { useQueryClient } from '@tanstack/react-query';
import { api, ask, usePages } from '@tilth/api';
import { Moment } from '@tilth/ui/time';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { unseenQuery } from '../../data/notices';
import { Bar } from '../../parts/Bar';
import { Rows } from '../../parts/Rows';
import { Nothing } from '../../parts/states';

/** Everything I was told; opening the list has seen it. */
export function NoticesPage() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const pages = usePages(['notices', 'list'], (cursor) =>
    ask(api.GET('/api/v1/notices', { params: { query: cursor ? { cursor } : {} } })),
  );
  const unseen = pages.rows.some((notice) => !notice.seen);
  useEffect(() => {
    if (unseen) {
      void ask(api.POST('/api/v1/notices/seen')).then(() => queries.invalidateQueries(unseenQuery));
    }
  }, [unseen, queries]);
  return (
    <main>
      <Bar
        title={t('notices.title')}
        inner
        actions={
          <Link className="button button-plain" to="/w/alerts">
            {t('notices.alerts')}
          </Link>
        }
      />
      <Rows pages={pages} none={<Nothing title={t('notices.none')}>{t('notices.noneText')}</Nothing>}>
        {(notice) => (
          <li key={notice.id}>
            <Link className="row" to={notice.link.startsWith('/w') ? notice.link : '/w'}>
              <div className="row-text">
                <div className="row-head">
                  {!notice.seen && <span className="dot" role="img" aria-label={t('notices.new')} />}
                  <b className="cut">{notice.title}</b>
                </div>
                {notice.text !== notice.title && <p className="quiet small">{notice.text}</p>}
              </div>
              <span className="row-end">
                <Moment at={notice.at} as="ago" />
              </span>
            </Link>
          </li>
        )}
      </Rows>
    </main>
  );
}
