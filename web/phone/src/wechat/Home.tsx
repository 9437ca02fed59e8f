import type { WeChat as Phone } from '../app/api';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Picker } from '../device/Picker';
import { Portrait } from '../device/Portrait';
import { ChatRows, Entries, Entry, Facts } from '../device/Rows';
import { Menu, Nothing, Screen } from '../device/Screen';
import type { Own, Tab } from './screens';

interface Props {
  phone: Phone;
  own: Own;
  tab: Tab;
}

export function Home({ phone, own, tab }: Props) {
  switch (tab) {
    case 'chats':
      return <Chats phone={phone} own={own} />;
    case 'contacts':
      return <Contacts phone={phone} own={own} />;
    case 'discover':
      return <Discover own={own} />;
    case 'me':
      return <Me phone={phone} />;
  }
}

function Chats({ phone, own }: Omit<Props, 'tab'>) {
  const { say } = useText();
  const { push } = own.stack;
  return (
    <Screen
      title={say('wechat')}
      actions={
        <Menu
          icon="plus"
          label={say('plus')}
          entries={[
            { icon: 'scan', text: say('scan'), do: () => push({ at: 'scan' }) },
            { icon: 'globe', text: say('web.open'), do: () => push({ at: 'go' }) },
          ]}
        />
      }
    >
      {phone.chats.length > 0 ? (
        <ChatRows rows={phone.chats} open={(row) => push({ at: 'chat', id: row.id })} />
      ) : (
        <Nothing icon="scan">
          {say('wechat.empty')}
          <button type="button" className="send" onClick={() => push({ at: 'scan' })}>
            {say('scan')}
          </button>
        </Nothing>
      )}
    </Screen>
  );
}

function Contacts({ phone, own }: Omit<Props, 'tab'>) {
  const { say } = useText();
  const { push } = own.stack;
  const members = phone.chats.filter((row) => row.kind === 'MEMBER' && row.bond !== 'GONE');
  const groups = phone.chats.filter((row) => row.kind === 'GROUP' && row.bond !== 'GONE');
  const friends = phone.chats.filter((row) => row.kind === 'FRIEND');
  return (
    <Screen title={say('tab.contacts')}>
      <Entries>
        <Entry icon="person" text={say('requests')} count={phone.requests.length} do={() => push({ at: 'requests' })} />
        <Entry icon="people" text={say('friends.write')} do={() => push({ at: 'friends' })} />
      </Entries>
      {[
        { title: say('contacts.members'), rows: members },
        { title: say('contacts.groups'), rows: groups },
        { title: say('contacts.friends'), rows: friends },
      ]
        .filter(({ rows }) => rows.length > 0)
        .map(({ title, rows }) => (
          <Entries key={title} title={title}>
            {rows.map((row) => (
              <Entry
                key={row.id}
                face={row.face}
                icon={row.kind === 'GROUP' ? 'people' : undefined}
                text={row.face.name}
                note={row.face.note && `@${row.face.note}`}
                do={() => push({ at: 'chat', id: row.id })}
              />
            ))}
          </Entries>
        ))}
    </Screen>
  );
}

function Discover({ own }: { own: Own }) {
  const { say } = useText();
  const { push } = own.stack;
  return (
    <Screen title={say('tab.discover')}>
      <Entries>
        <Entry icon="petals" text={say('moments')} do={() => push({ at: 'moments' })} />
      </Entries>
      <Entries>
        <Entry icon="scan" text={say('scan')} do={() => push({ at: 'scan' })} />
        <Entry icon="globe" text={say('web.open')} note={say('web.open.note')} do={() => push({ at: 'go' })} />
      </Entries>
    </Screen>
  );
}

function Me({ phone }: { phone: Phone }) {
  const { say } = useText();
  return (
    <Screen title={say('tab.me')}>
      <div className="me">
        <Portrait face={phone.me} size={64} />
        <div>
          <b>{phone.me.name}</b>
          <p>{phone.me.note}</p>
        </div>
      </div>
      <Entries title={say('me.ids')}>
        <li>
          <Facts
            facts={[
              ['UnionID', <code key="union">{phone.unionId}</code>],
              ...phone.known.map(({ company, externalUserId }): [string, React.ReactNode] => [
                company,
                <code key={externalUserId}>{externalUserId}</code>,
              ]),
            ]}
          />
        </li>
      </Entries>
    </Screen>
  );
}

/** Members who asked to be this customer's friend. */
export function Requests({ phone, own }: Omit<Props, 'tab'>) {
  const { say } = useText();
  const { act } = useDeeds();
  return (
    <Screen title={say('requests')} onBack={own.stack.pop}>
      {phone.requests.length === 0 && <Nothing icon="person">{say('requests.none')}</Nothing>}
      <Entries>
        {phone.requests.map((request) => (
          <Entry
            key={request.id}
            face={request.face}
            text={request.face.name}
            note={request.hello || request.face.note}
            end={
              <button
                type="button"
                className="send"
                onClick={() => act(`${own.root}/requests/${encodeURIComponent(request.id)}/accept`)}
              >
                {say('accept')}
              </button>
            }
          />
        ))}
      </Entries>
    </Screen>
  );
}

/** Other people in WeChat, to write to or to forward to: on this table everybody knows everybody. */
export function Friends({ own }: { own: Own }) {
  const { say } = useText();
  return (
    <Screen title={say('friends.write')} onBack={own.stack.pop}>
      <Picker
        path="/customers"
        label={say('picker.customer')}
        pick={(face) => own.stack.swap({ at: 'chat', id: `f:${face.id}` })}
      />
    </Screen>
  );
}
