import { useState } from 'react';
import type { WeCom as Phone, Row } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { Portrait } from '../device/Portrait';
import { ChatRows, Entries, Entry, Facts } from '../device/Rows';
import { Menu, Nothing, Screen } from '../device/Screen';
import type { Own, Tab } from './screens';
import { waiting } from './WeCom';

interface Props {
  phone: Phone;
  own: Own;
  tab: Tab;
}

export function Home({ phone, own, tab }: Props) {
  switch (tab) {
    case 'messages':
      return <Messages phone={phone} own={own} />;
    case 'customers':
      return <Customers phone={phone} own={own} />;
    case 'workbench':
      return <Workbench phone={phone} own={own} />;
    case 'me':
      return <Me phone={phone} />;
  }
}

function Messages({ phone, own }: Omit<Props, 'tab'>) {
  const { say } = useText();
  const { push } = own.stack;
  return (
    <Screen
      title={say('tab.messages')}
      note={phone.company.name}
      actions={
        <Menu
          icon="plus"
          label={say('plus')}
          entries={[
            { icon: 'person', text: say('invite'), do: () => push({ at: 'invite' }) },
            { icon: 'people', text: say('group.new'), do: () => push({ at: 'newGroup' }) },
          ]}
        />
      }
    >
      {!phone.active && <p className="closed">{say('member.left')}</p>}
      {phone.chats.length > 0 ? (
        <ChatRows rows={phone.chats} open={(row) => push({ at: 'chat', id: row.id })} />
      ) : (
        <Nothing icon="chat">{say('wecom.empty')}</Nothing>
      )}
    </Screen>
  );
}

const STEP = 60;

function Customers({ phone, own }: Omit<Props, 'tab'>) {
  const { say } = useText();
  const { push } = own.stack;
  const [words, setWords] = useState('');
  const [limit, setLimit] = useState(STEP);
  const { data } = useLive<{ items: Row[]; total: number }>(
    `${own.root}/customers?q=${encodeURIComponent(words.trim())}&limit=${limit}`,
  );
  const [kept, setKept] = useState(data);
  if (data && data !== kept) {
    setKept(data);
  }
  const page = data ?? kept;
  return (
    <Screen title={say('tab.customers')} note={say('customers.count', { count: phone.customers })}>
      <div className="picker">
        <input
          type="search"
          aria-label={say('customers.find')}
          placeholder={say('customers.find')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setLimit(STEP);
          }}
        />
      </div>
      <Entries>
        <Entry
          icon="person"
          text={say('requests.customers')}
          count={phone.requests.length}
          do={() => push({ at: 'requests' })}
        />
      </Entries>
      <Entries title={words ? undefined : say('contacts.customers')}>
        {page?.items.map((row) => (
          <Entry
            key={row.id}
            face={row.face}
            text={row.face.name}
            note={row.bond === 'GONE' ? say('bond.lost') : row.bond === 'HALF' ? say('bond.half') : row.last}
            do={() => push({ at: 'profile', customer: row.id })}
          />
        ))}
      </Entries>
      {page?.items.length === 0 && <Nothing icon="search">{say('picker.none')}</Nothing>}
      {page && page.total > page.items.length && (
        <button type="button" className="press more-rows" onClick={() => setLimit((was) => was + 200)}>
          {say('customers.more', { left: page.total - page.items.length })}
        </button>
      )}
    </Screen>
  );
}

function Workbench({ phone, own }: Omit<Props, 'tab'>) {
  const { say } = useText();
  const { push } = own.stack;
  return (
    <Screen title={say('tab.workbench')}>
      <Entries title={say('workbench.contact')}>
        <Entry
          icon="horn"
          text={say('tasks')}
          note={say('tasks.note')}
          count={waiting(phone)}
          do={() => push({ at: 'tasks' })}
        />
        <Entry icon="person" text={say('invite')} do={() => push({ at: 'invite' })} />
        <Entry icon="people" text={say('group.new')} do={() => push({ at: 'newGroup' })} />
      </Entries>
      <Entries title={say('workbench.apps')}>
        {phone.apps.map((app) => {
          const { home } = app;
          return (
            <Entry
              key={app.agentId}
              face={{ id: `app ${app.agentId} ${app.name}`, name: app.name, avatar: null, note: '' }}
              icon="grid"
              text={app.name}
              note={home ? undefined : say('workbench.noHome')}
              do={home ? () => push({ at: 'web', url: home }) : undefined}
            />
          );
        })}
        <Entry icon="globe" text={say('web.open')} do={() => push({ at: 'go' })} />
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
      <Entries>
        <li>
          <Facts
            facts={[
              [say('me.company'), phone.company.name],
              ['CorpID', <code key="corp">{phone.company.id}</code>],
              ['UserID', <code key="user">{phone.me.id.slice(phone.company.id.length + 1)}</code>],
              [say('me.customers'), String(phone.customers)],
            ]}
          />
        </li>
      </Entries>
    </Screen>
  );
}
