import { useState } from 'react';
import type { Chat } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Picker } from '../device/Picker';
import { Entries } from '../device/Rows';
import { Nothing, Screen } from '../device/Screen';
import { Seats } from '../device/Seats';
import type { Own } from './screens';

/** Who sits in a group; its owner may rename it, bring people, send them out or dissolve it. */
export function GroupDetails({ own, id }: { own: Own; id: string }) {
  const { say } = useText();
  const { act } = useDeeds();
  const path = `${own.root}/chats/${encodeURIComponent(id)}`;
  const { data: chat } = useLive<Chat>(path);
  const [name, setName] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  if (!chat) {
    return (
      <Screen title={say('details')} onBack={own.stack.pop}>
        <Nothing icon="people">{say('loading')}</Nothing>
      </Screen>
    );
  }
  const mine = chat.seats.some((seat) => seat.me && seat.owner) && chat.row.bond === 'BOTH';
  return (
    <Screen title={say('details')} note={chat.row.face.name} onBack={own.stack.pop}>
      <Seats seats={chat.seats} {...(mine && { remove: (seat: string) => void act(`${path}/remove`, { seat }) })} />
      {mine && (
        <>
          <form
            className="field-line"
            onSubmit={(event) => {
              event.preventDefault();
              void act(`${path}/rename`, { name: name ?? chat.row.face.name }).then(() => setName(null));
            }}
          >
            <label>
              <span>{say('group.name')}</span>
              <input
                value={name ?? chat.row.face.name}
                maxLength={40}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
            <button type="submit" className="send" disabled={name === null || name.trim() === ''}>
              {say('save')}
            </button>
          </form>
          <Entries title={say('group.bring')}>
            <li>
              <Picker
                path={`${own.root}/faces`}
                label={say('customers.find')}
                pick={(face) => void act(`${path}/bring`, { customer: face.id })}
              />
            </li>
          </Entries>
          <Entries>
            <li className="danger">
              {asking && <p>{say('group.dismiss.sure')}</p>}
              {asking && (
                <button type="button" className="press" onClick={() => setAsking(false)}>
                  {say('cancel')}
                </button>
              )}
              <button
                type="button"
                className="press press-danger"
                onClick={() => (asking ? void act(`${path}/dismiss`).then(() => setAsking(false)) : setAsking(true))}
              >
                {say('group.dismiss')}
              </button>
            </li>
          </Entries>
        </>
      )}
    </Screen>
  );
}
