import type { Pages } from '@tilth/api';
import { InfiniteScroll } from 'antd-mobile';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Trouble, Waiting } from './states';

interface Props<T> {
  pages: Pages<T>;
  none: ReactNode;
  children: (row: T) => ReactNode;
}

/** A list that goes on while one scrolls. */
export function Rows<T>({ pages, none, children }: Props<T>) {
  const { t } = useTranslation();
  if (pages.problem && pages.rows.length === 0) {
    return <Trouble problem={pages.problem} retry={pages.retry} />;
  }
  if (pages.loading) {
    return <Waiting />;
  }
  if (pages.rows.length === 0) {
    return none;
  }
  return (
    <>
      <ul className="card card-list">{pages.rows.map((row) => children(row))}</ul>
      {pages.hasMore && (
        <InfiniteScroll
          hasMore
          loadMore={async () => {
            if (!pages.loadingMore) {
              pages.loadMore();
            }
          }}
        >
          <span className="quiet">{t('ui.loading')}</span>
        </InfiniteScroll>
      )}
    </>
  );
}
