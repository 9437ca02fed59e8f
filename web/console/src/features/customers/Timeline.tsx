import { useQuery } from '@tanstack/react-query';
import { api, ask, type TimelineEntry, usePages } from '@tilth/api';
import { Failed, MemberName, Moment, Skeleton, Tag } from '@tilth/ui';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { tagGroupsQuery } from './queries';

/** What happened with a customer, newest first. */
export function Timeline({ id }: { id: string }) {
  const { t } = useTranslation();
  const pages = usePages(['customers', 'timeline', id], (cursor) =>
    ask(api.GET('/api/v1/customers/{id}/timeline', { params: { path: { id }, query: cursor ? { cursor } : {} } })),
  );
  if (pages.problem && pages.rows.length === 0) {
    return <Failed problem={pages.problem} retry={pages.retry} />;
  }
  if (pages.loading) {
    return <Skeleton lines={3} />;
  }
  if (pages.rows.length === 0) {
    return <p className="quiet">{t('customers.timelineNone')}</p>;
  }
  return (
    <>
      <ol className="timeline">
        {pages.rows.map((entry) => (
          <li key={entry.id}>
            <Line entry={entry} />
            <div className="quiet small">
              {entry.member ? (
                <>
                  <MemberName member={entry.member} /> ·{' '}
                </>
              ) : null}
              <Moment at={entry.at} />
            </div>
          </li>
        ))}
      </ol>
      {pages.hasMore ? (
        <Button loading={pages.loadingMore} onClick={pages.loadMore}>
          {t('customers.timelineMore')}
        </Button>
      ) : null}
    </>
  );
}

function Line({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation();
  const key = `customers.happened.${entry.kind.replaceAll(/[.-]/g, '_')}`;
  return (
    <div>
      {i18n.exists(key) ? t(key, { ...entry.detail }) : <span className="mono">{entry.kind}</span>}
      <Detail entry={entry} />
    </div>
  );
}

interface Words {
  on?: string[];
  off?: string[];
  reason?: string;
  from?: string;
  to?: string;
  title?: string;
  material?: string;
  channel?: string;
  code?: string;
  click?: string;
  seconds?: number;
  percent?: number;
  certainty?: string;
}

/** What they read, for how long and how far. */
function Reading({ words }: { words: Words }) {
  const { t } = useTranslation();
  const { title = '', seconds = 0, percent = 0, certainty } = words;
  const time =
    seconds < 60
      ? t('customers.seconds', { seconds })
      : t('customers.minutes', { minutes: Math.floor(seconds / 60), seconds: seconds % 60 });
  return (
    <div className="quiet">
      {t('customers.readFor', { title, time, percent })}
      {certainty === 'LIKELY' ? <Tag tone="clay">{t('customers.readLikely')}</Tag> : null}
    </div>
  );
}

/** Why a friendship ended, which tags were set: what makes the line worth reading. */
function Detail({ entry }: { entry: TimelineEntry }) {
  const { t, i18n } = useTranslation();
  const { on, off, reason, ...words } = (entry.detail ?? {}) as Words;
  const groups = useQuery({ ...tagGroupsQuery, enabled: Boolean(on?.length || off?.length) });
  if (reason) {
    const key = `customers.reason.${reason}`;
    return <div className="quiet">{i18n.exists(key) ? t(key) : reason}</div>;
  }
  if (entry.kind === 'visit.read') {
    return <Reading words={words} />;
  }
  if (words.to) {
    return <div className="quiet">{t(words.from ? 'customers.movedTo' : 'customers.movedFirst', { ...words })}</div>;
  }
  if (words.channel || words.code) {
    const click = words.click ? t('customers.byClick', { click: words.click }) : null;
    return <div className="quiet">{[words.channel, words.code, click].filter(Boolean).join(' · ')}</div>;
  }
  if (words.title || words.material) {
    return <div className="quiet">{t('customers.titled', { title: words.title || words.material })}</div>;
  }
  const names = new Map((groups.data ?? []).flatMap((group) => group.tags.map((tag) => [tag.id, tag.name] as const)));
  const named = (tags: string[] | undefined) => (tags ?? []).flatMap((tag) => names.get(tag) ?? []);
  return (
    <>
      {named(on).map((name) => (
        <Tag key={name} tone="leaf">
          + {name}
        </Tag>
      ))}
      {named(off).map((name) => (
        <Tag key={name}>− {name}</Tag>
      ))}
    </>
  );
}
