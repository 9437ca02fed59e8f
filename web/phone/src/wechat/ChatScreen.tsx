import { useEffect } from 'react';
import type { Chat } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Icon } from '../device/icons';
import { Nothing, Screen } from '../device/Screen';
import { Composer, Talk } from '../device/Talk';
import type { Own } from './screens';

export function ChatScreen({ own, id }: { own: Own; id: string }) {
  const { say } = useText();
  const { act } = useDeeds();
  const path = `${own.root}/chats/${encodeURIComponent(id)}`;
  const { data: chat, error } = useLive<Chat>(path);
  const { push, pop } = own.stack;
  const unread = chat?.row.unread ?? 0;
  useEffect(() => {
    if (unread > 0) {
      void act(`${path}/seen`);
    }
  }, [unread, path, act]);
  if (!chat) {
    return (
      <Screen title={say('wechat')} onBack={pop} ground="chat">
        <Nothing icon="chat">{error ?? say('loading')}</Nothing>
      </Screen>
    );
  }
  const { row } = chat;
  return (
    <Screen
      title={
        row.kind === 'GROUP' ? say('group.title', { name: row.face.name, count: chat.seats.length }) : row.face.name
      }
      note={row.face.note && `@${row.face.note}`}
      onBack={pop}
      ground="chat"
      actions={
        row.kind !== 'FRIEND' &&
        row.kind !== 'SERVICE' && (
          <button
            type="button"
            className="bar-button"
            aria-label={say('details')}
            onClick={() => push({ at: 'details', id })}
          >
            <Icon name="more" />
          </button>
        )
      }
      foot={
        chat.canWrite ? (
          <Composer
            label={say('write.to', { name: row.face.name })}
            send={async (text) => (await act(`${path}/messages`, { text })) !== null}
          />
        ) : (
          <p className="closed">{say(closed(chat))}</p>
        )
      }
    >
      <Talk
        chat={chat}
        openLink={(url) => push({ at: 'web', url, way: 'wechat', from: byUrl(chat, url) })}
        forward={(message) => push({ at: 'forward', message })}
        press={
          row.kind === 'SERVICE' ? (message, key) => act(`${path}/press`, { message: message.id, key }) : undefined
        }
      />
    </Screen>
  );
}

function byUrl(chat: Chat, url: string) {
  return chat.messages.findLast((message) => message.link?.url === url) ?? null;
}

function closed({ row }: Chat) {
  if (row.bond === 'PENDING') {
    return 'bond.pending' as const;
  }
  return row.kind === 'GROUP' ? ('group.left' as const) : ('bond.gone' as const);
}
