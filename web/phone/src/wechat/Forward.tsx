import type { Face, Message, WeChat } from '../app/api';
import { useText } from '../app/text';
import { Bubble } from '../device/Bubble';
import { useDeeds } from '../device/deeds';
import { Picker } from '../device/Picker';
import { Entries, Entry } from '../device/Rows';
import { Screen } from '../device/Screen';
import type { Own } from './screens';

interface Props {
  phone: WeChat;
  own: Own;
  message: Message;
}

/** Hands a card or a link on: to an open conversation, or to any other person in WeChat. */
export function Forward({ phone, own, message }: Props) {
  const { say } = useText();
  const { act } = useDeeds();
  const to = async (chat: string) => {
    const path = `${own.root}/chats/${encodeURIComponent(chat)}/messages`;
    if ((await act(path, { link: message.link, kind: message.kind })) !== null) {
      own.stack.swap({ at: 'chat', id: chat });
    }
  };
  const open = phone.chats.filter((row) => row.bond === 'BOTH' && row.kind !== 'SERVICE').slice(0, 6);
  return (
    <Screen title={say('forward')} onBack={own.stack.pop}>
      <div className="forwarded">
        <Bubble message={message} openLink={() => {}} />
      </div>
      {open.length > 0 && (
        <Entries title={say('forward.recent')}>
          {open.map((row) => (
            <Entry
              key={row.id}
              face={row.face}
              icon={row.kind === 'GROUP' ? 'people' : undefined}
              text={row.face.name}
              note={row.face.note && `@${row.face.note}`}
              do={() => to(row.id)}
            />
          ))}
        </Entries>
      )}
      <Entries title={say('forward.friend')}>
        <li>
          <Picker path="/customers" label={say('picker.customer')} pick={(face: Face) => to(`f:${face.id}`)} />
        </li>
      </Entries>
    </Screen>
  );
}
