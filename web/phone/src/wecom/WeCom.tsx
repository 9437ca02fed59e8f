import type { WeCom as Phone } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { AddressForm, Browser } from '../device/Browser';
import { Nothing, Screen, Tabs } from '../device/Screen';
import { useStack } from '../device/stack';
import { ChatScreen } from './ChatScreen';
import { useClient } from './client';
import { GroupDetails } from './GroupDetails';
import { Home } from './Home';
import { Invite, NewGroup, Requests } from './People';
import { Profile } from './Profile';
import type { Own, WeComScreen } from './screens';
import { Tasks } from './Tasks';

/** A member's phone. */
export function WeCom({ id }: { id: string }) {
  const stack = useStack<WeComScreen>({ at: 'home', tab: 'messages' });
  const root = `/wecom/${encodeURIComponent(id)}`;
  const phone = useLive<Phone>(root);
  const { say } = useText();
  if (!phone.data) {
    return (
      <Screen title={say('wecom')}>
        <Nothing icon="chat">{phone.error ?? say('loading')}</Nothing>
      </Screen>
    );
  }
  return <Shown phone={phone.data} own={{ root, id, stack }} />;
}

function Shown({ phone, own }: { phone: Phone; own: Own }) {
  const { say } = useText();
  const { top, pop, swap } = own.stack;
  const todo = waiting(phone);
  useClient(own);
  switch (top.at) {
    case 'home':
      return (
        <>
          <Home phone={phone} own={own} tab={top.tab} />
          <Tabs
            now={top.tab}
            go={(tab) => own.stack.reset({ at: 'home', tab })}
            tabs={[
              { key: 'messages', icon: 'chat', text: say('tab.messages'), count: unread(phone) },
              { key: 'customers', icon: 'people', text: say('tab.customers'), count: phone.requests.length },
              { key: 'workbench', icon: 'grid', text: say('tab.workbench'), count: todo },
              { key: 'me', icon: 'person', text: say('tab.me') },
            ]}
          />
        </>
      );
    case 'chat':
      return <ChatScreen key={top.id} phone={phone} own={own} id={top.id} />;
    case 'group':
      return <GroupDetails own={own} id={top.id} />;
    case 'profile':
      return <Profile key={top.customer} own={own} customer={top.customer} />;
    case 'go':
      return (
        <Screen title={say('web.open')} onBack={pop}>
          <AddressForm go={(url) => swap({ at: 'web', url })} />
        </Screen>
      );
    case 'web':
      return <Browser url={top.url} who={own.id} ways={['wecom']} first="wecom" onBack={pop} />;
    case 'requests':
      return <Requests phone={phone} own={own} />;
    case 'invite':
      return <Invite own={own} />;
    case 'newGroup':
      return <NewGroup own={own} />;
    case 'tasks':
      return <Tasks phone={phone} own={own} />;
  }
}

export function waiting(phone: Phone): number {
  return phone.tasks.filter((task) => task.state === 'WAITING').length;
}

function unread(phone: Phone): number {
  return phone.chats.reduce((sum, row) => sum + row.unread, 0);
}
