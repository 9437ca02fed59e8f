import { type TimelineEntry, usePages } from '@tilth/api';
import { Moment } from '@tilth/ui/time';
import { useTranslation } from 'react-i18next';
import { Trouble, Waiting } from '../parts/states';
import { fetchTimeline } from './queries';

/** What happened with the customer, newest first. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const pages = usePages(['customers', 'timeline', id], fetchTimeline(id));
  if (pages.problem && pages.rows.length === 0) {
    return <Trouble problem={pages.problem} retry={pages.retry} />;
  }
  if (pages.loading) {
    return <Waiting lines={3} />;
  }
  if (pages.rows.length === 0) {
    return <p className="quiet">{t('timeline.none')}</p>;
  }
  return (
    <>
      <ol className="timeline">
        {pages.rows.map((entry) => (
          <li key={entry.id}>
            <Happened entry={entry} />
            <p className="quiet small">
              {entry.member && `${entry.member.name} · `}
              <Moment at={entry.at} as="ago" />
            </p>
          </li>
        ))}
      </ol>
      {pages.hasMore && (
        <button type="button" className="button button-plain" disabled={pages.loadingMore} onClick={pages.loadMore}>
          {t('timeline.more')}
        </button>
      )}
    </>
  );
}

function Happened({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation();
  const key = `timeline.kind.${entry.kind.replaceAll(/[.-]/g, '_')}`;
  const words = wordsOf(entry.detail);
  return <p>{i18n.exists(key) ? t(key, words) : t('timeline.other')}</p>;
}

/** What a sentence may name: the plain values of what was noted. */
function wordsOf(detail: unknown): Record<string, string | number> {
  const all = Object.entries((detail ?? {}) as Record<string, unknown>);
  const plain = all.filter((one): one is [string, string | number] => ['string', 'number'].includes(typeof one[1]));
  return { title: '', name: '', from: '', to: '', ...Object.fromEntries(plain) };
}
