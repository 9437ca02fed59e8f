import { type WeChat as Phone, post } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { AddressForm, Browser, WAYS } from '../device/Browser';
import { useDeeds } from '../device/deeds';
import { Nothing, Screen, Tabs } from '../device/Screen';
import { useStack } from '../device/stack';
import { ChatScreen } from './ChatScreen';
import { Details } from './Details';
import { Forward } from './Forward';
import { FoundScreen } from './Found';
import { Friends, Home, Requests } from './Home';
import { Moments } from './Moments';
import { Scan } from './Scan';
import type { Own, WeChatScreen } from './screens';

/** A customer's phone. */
export function WeChat({ id }: { id: string }) {
  const stack = useStack<WeChatScreen>({ at: 'home', tab: 'chats' });
  const root = `/wechat/${encodeURIComponent(id)}`;
  const phone = useLive<Phone>(root);
  const { say } = useText();
  if (!phone.data) {
    return (
      <Screen title={say('wechat')}>
        <Nothing icon="chat">{phone.error ?? say('loading')}</Nothing>
      </Screen>
    );
  }
  return <Shown phone={phone.data} own={{ root, id, stack }} />;
}

function Shown({ phone, own }: { phone: Phone; own: Own }) {
  const { say } = useText();
  const { tell } = useDeeds();
  const { top, pop, push, swap } = own.stack;
  /** What WeChat offers on a long press: 识别图中的二维码. */
  const read = async (picture: string) => {
    try {
      const bytes = new Blob([Uint8Array.from(atob(picture.split(',')[1] ?? ''), (one) => one.charCodeAt(0))]);
      push({ at: 'found', text: (await post<{ text: string }>('/decode', bytes)).text });
    } catch {
      tell(say('scan.unreadable'));
    }
  };
  switch (top.at) {
    case 'home':
      return (
        <>
          <Home phone={phone} own={own} tab={top.tab} />
          <Tabs
            now={top.tab}
            go={(tab) => own.stack.reset({ at: 'home', tab })}
            tabs={[
              { key: 'chats', icon: 'chat', text: say('tab.wechat'), count: unread(phone) },
              { key: 'contacts', icon: 'people', text: say('tab.contacts'), count: phone.requests.length },
              { key: 'discover', icon: 'compass', text: say('tab.discover') },
              { key: 'me', icon: 'person', text: say('tab.me') },
            ]}
          />
        </>
      );
    case 'chat':
      return <ChatScreen key={top.id} own={own} id={top.id} />;
    case 'details':
      return <Details own={own} id={top.id} />;
    case 'scan':
      return <Scan own={own} />;
    case 'found':
      return <FoundScreen own={own} text={top.text} />;
    case 'go':
      return (
        <Screen title={say('web.open')} onBack={pop}>
          <AddressForm go={(url) => swap({ at: 'web', url, way: 'wechat', from: null })} />
        </Screen>
      );
    case 'web': {
      const { from, url } = top;
      const message = from ?? bare(url);
      return (
        <Browser
          url={url}
          who={own.id}
          ways={WAYS}
          first={top.way}
          onBack={pop}
          onPress={(picture) => void read(picture)}
          onScan={(text) => swap({ at: 'found', text })}
          entries={[{ icon: 'forward', text: say('forward'), do: () => push({ at: 'forward', message }) }]}
        />
      );
    }
    case 'forward':
      return <Forward phone={phone} own={own} message={top.message} />;
    case 'friends':
      return <Friends own={own} />;
    case 'requests':
      return <Requests phone={phone} own={own} />;
    case 'moments':
      return <Moments own={own} />;
  }
}

function unread(phone: Phone): number {
  return phone.chats.reduce((sum, row) => sum + row.unread, 0);
}

/** An address alone, as it is forwarded when it did not come as a card. */
function bare(url: string) {
  return {
    id: url,
    mine: true,
    system: false,
    author: null,
    at: '',
    kind: 'LINK' as const,
    text: '',
    link: { title: url, text: '', url, picture: null },
    presses: [],
    pressed: null,
  };
}
