import { useQuery } from '@tanstack/react-query';
import { api, ask, type ChainLink, problemOf, type Share } from '@tilth/api';
import { Failed, Section, Skeleton } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { useDuration } from './reading';
import { Who } from './SharePanel';
import './shares.css';

/** Whose forward brought whom, from the member on. */
export function Chain({ share }: { share: Share }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['shares', 'chain', share.id],
    queryFn: () => ask(api.GET('/api/v1/shares/{id}/chain', { params: { path: { id: share.id } } })),
  });
  const links = query.data ?? [];
  const known = new Set(links.map((link) => link.id));
  // Who came by the address of somebody who never counted as a reader stands beside those who came from the member.
  const first = links.filter((link) => !link.via || !known.has(link.via));
  return (
    <Section title={t('shares.chain')} lede={t('shares.chainHelp')}>
      {query.isPending ? <Skeleton lines={2} /> : null}
      {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : null}
      {query.data ? (
        <div className="share-chain">
          <div>{t('shares.fromMember', { name: share.member.name })}</div>
          <Level links={first} all={links} />
        </div>
      ) : null}
    </Section>
  );
}

function Level({ links, all }: { links: ChainLink[]; all: ChainLink[] }) {
  const { t } = useTranslation();
  const duration = useDuration();
  return links.length === 0 ? null : (
    <ul>
      {links.map((link) => (
        <li key={link.id}>
          <Who reader={link.reader} certainty={link.certainty} />
          <div className="quiet small">{t('shares.read', { time: duration(link.seconds), percent: link.percent })}</div>
          <Level links={all.filter((next) => next.via === link.id)} all={all} />
        </li>
      ))}
    </ul>
  );
}
