import { useQuery } from '@tanstack/react-query';
import { api, ask, type GroupChatDetail, problemOf, useMay } from '@tilth/api';
import { Facts, Failed, Initial, MemberName, Moment, Section, SidePanel, Skeleton, Tag } from '@tilth/ui';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { GroupState } from './GroupChatsPage';

type Seat = GroupChatDetail['seats'][number];

export function GroupChatPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = useQuery({
    queryKey: ['group-chats', 'one', id],
    queryFn: () => ask(api.GET('/api/v1/group-chats/{id}', { params: { path: { id } } })),
  });
  const chat = query.data;
  if (!chat) {
    return (
      <SidePanel title={t('groupChats.one')} onClose={onClose}>
        {query.error ? <Failed problem={problemOf(query.error)} retry={() => void query.refetch()} /> : <Skeleton />}
      </SidePanel>
    );
  }
  const here = chat.seats.filter((seat) => !seat.leftAt);
  const gone = chat.seats.filter((seat) => seat.leftAt);
  return (
    <SidePanel title={chat.name || t('groupChats.nameless')} subtitle={<GroupState chat={chat} />} onClose={onClose}>
      <Section title={t('groupChats.facts')}>
        <Facts
          rows={[
            [t('groupChats.owner'), chat.owner ? <MemberName key="owner" member={chat.owner} /> : '–'],
            [t('groupChats.createdAt'), chat.createdAt ? <Moment key="created" at={chat.createdAt} /> : '–'],
            [t('groupChats.customers'), chat.customers],
            [t('groupChats.members'), chat.members],
          ]}
        />
      </Section>
      <Section title={t('groupChats.here', { count: here.length })}>
        <Seats seats={here} />
      </Section>
      {gone.length > 0 ? (
        <Section title={t('groupChats.gone', { count: gone.length })}>
          <Seats seats={gone} />
        </Section>
      ) : null}
    </SidePanel>
  );
}

function Seats({ seats }: { seats: Seat[] }) {
  const { t, i18n } = useTranslation();
  return (
    <ul className="rows rows-plain">
      {seats.map((seat, index) => {
        const way = `groupChats.scene.${seat.joinScene}`;
        return (
          <li key={seat.customerId ?? seat.memberId ?? index}>
            <div className="with-initial">
              <Initial name={seat.name ?? ''} />
              <div>
                <SeatName seat={seat} /> {seat.external ? null : <Tag>{t('groupChats.colleague')}</Tag>}
                <div className="quiet small">
                  {i18n.exists(way) ? `${t(way)} · ` : null}
                  <Moment at={seat.leftAt ?? seat.joinedAt} />
                </div>
              </div>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** Who in the group is our customer leads to their page. */
function SeatName({ seat }: { seat: Seat }) {
  const { t } = useTranslation();
  const may = useMay();
  const name = seat.name || t('groupChats.someone');
  return seat.customerId && may('customer:read') ? (
    <Link to={`/console/customers?open=${seat.customerId}`}>{name}</Link>
  ) : (
    name
  );
}
