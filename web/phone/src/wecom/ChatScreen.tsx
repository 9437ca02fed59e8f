import { useEffect, useState } from 'react';
import type { AppEntry, Chat, WeCom as Phone } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Frame } from '../device/Frame';
import { Icon } from '../device/icons';
import { Nothing, Screen } from '../device/Screen';
import { useScript } from '../device/script';
import { Composer, Talk } from '../device/Talk';
import type { Own } from './screens';

export function ChatScreen({ phone, own, id }: { phone: Phone; own: Own; id: string }) {
  const { say } = useText();
  const { act } = useDeeds();
  const path = `${own.root}/chats/${encodeURIComponent(id)}`;
  const { data: chat, error } = useLive<Chat>(path);
  const [side, setSide] = useState(false);
  const { push, pop } = own.stack;
  const unread = chat?.row.unread ?? 0;
  useEffect(() => {
    if (unread > 0) {
      void act(`${path}/seen`);
    }
  }, [unread, path, act]);
  if (!chat) {
    return (
      <Screen title={say('wecom')} onBack={pop} ground="chat">
        <Nothing icon="chat">{error ?? say('loading')}</Nothing>
      </Screen>
    );
  }
  const { row } = chat;
  const sidebars = row.kind === 'CUSTOMER' || row.kind === 'GROUP' ? phone.apps.filter((app) => app.sidebar) : [];
  const customer = row.kind === 'CUSTOMER' ? row.id.slice(2) : null;
  const more = () => (customer ? push({ at: 'profile', customer }) : push({ at: 'group', id }));
  return (
    <Screen
      title={
        row.kind === 'GROUP' ? say('group.title', { name: row.face.name, count: chat.seats.length }) : row.face.name
      }
      note={row.face.note && `@${row.face.note}`}
      onBack={pop}
      ground="chat"
      actions={
        <>
          {sidebars.length > 0 && (
            <button
              type="button"
              className="bar-button"
              aria-label={say('sidebar')}
              aria-pressed={side}
              onClick={() => setSide((was) => !was)}
            >
              <Icon name="panel" />
            </button>
          )}
          {(row.kind === 'CUSTOMER' || row.kind === 'GROUP') && (
            <button type="button" className="bar-button" aria-label={say('details')} onClick={more}>
              <Icon name="more" />
            </button>
          )}
        </>
      }
      foot={
        chat.canWrite ? (
          <Composer
            label={say('write.to', { name: row.face.name })}
            send={async (text) => (await act(`${path}/messages`, { text })) !== null}
          />
        ) : (
          row.kind !== 'APP' && <p className="closed">{say(row.kind === 'GROUP' ? 'group.left' : 'bond.lost')}</p>
        )
      }
    >
      {side && sidebars.length > 0 ? (
        <Sidebar apps={sidebars} own={own} chat={id} leave={() => setSide(false)} />
      ) : (
        <Talk
          chat={chat}
          openLink={(url) => push({ at: 'web', url })}
          press={(message, key) => act(`${path}/press`, { message: message.id, key })}
        />
      )}
    </Screen>
  );
}

/** The page of an app beside the conversation; the sandbox tells its script with whom the member talks. */
function Sidebar({ apps, own, chat, leave }: { apps: AppEntry[]; own: Own; chat: string; leave: () => void }) {
  const { say } = useText();
  const { act } = useDeeds();
  const [ready, setReady] = useState(false);
  const [at, setAt] = useState(0);
  useScript(({ call, params }) => call === 'sendChatMessage' && params.enterChat === true && leave(), '.place-member');
  useEffect(() => {
    void act(`${own.root}/focus`, { chat }).then(() => setReady(true));
  }, [act, own.root, chat]);
  const app = apps[at] ?? apps[0];
  return (
    <div className="sidebar">
      {apps.length > 1 && (
        <fieldset className="ways">
          <legend className="unseen">{say('sidebar')}</legend>
          {apps.map((one, index) => (
            <label key={one.agentId}>
              <input type="radio" name="sidebar" checked={index === at} onChange={() => setAt(index)} />
              <span>{one.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      {ready && app?.sidebar && (
        <Frame key={app.agentId} url={app.sidebar} who={own.id} way="wecom" title={say('sidebar')} />
      )}
    </div>
  );
}
