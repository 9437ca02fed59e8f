import { useState } from 'react';
import type { Chat } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Portrait } from '../device/Portrait';
import { Entries } from '../device/Rows';
import { Nothing, Screen } from '../device/Screen';
import { Seats } from '../device/Seats';
import type { Own } from './screens';

/** Behind the three dots: who is here, and the way out. */
export function Details({ own, id }: { own: Own; id: string }) {
  const { say } = useText();
  const { act } = useDeeds();
  const path = `${own.root}/chats/${encodeURIComponent(id)}`;
  const { data: chat } = useLive<Chat>(path);
  const [asking, setAsking] = useState(false);
  if (!chat) {
    return (
      <Screen title={say('details')} onBack={own.stack.pop}>
        <Nothing icon="chat">{say('loading')}</Nothing>
      </Screen>
    );
  }
  const group = chat.row.kind === 'GROUP';
  const out = async () => {
    if ((await act(`${path}/${group ? 'leave' : 'delete'}`)) !== null) {
      own.stack.reset({ at: 'home', tab: 'chats' });
    }
  };
  return (
    <Screen title={say('details')} onBack={own.stack.pop}>
      <div className="me">
        <Portrait face={chat.row.face} size={56} icon={group ? 'people' : undefined} />
        <div>
          <b>{chat.row.face.name}</b>
          {chat.row.face.note && <p>@{chat.row.face.note}</p>}
        </div>
      </div>
      {group && <Seats seats={chat.seats} />}
      {chat.row.bond !== 'GONE' && (
        <Entries>
          <li className="danger">
            {asking ? (
              <>
                <p>{say(group ? 'group.leave.sure' : 'delete.sure', { name: chat.row.face.name })}</p>
                <button type="button" className="press" onClick={() => setAsking(false)}>
                  {say('cancel')}
                </button>
                <button type="button" className="press press-danger" onClick={out}>
                  {say(group ? 'group.leave' : 'delete')}
                </button>
              </>
            ) : (
              <button type="button" className="press press-danger" onClick={() => setAsking(true)}>
                {say(group ? 'group.leave' : 'delete')}
              </button>
            )}
          </li>
        </Entries>
      )}
    </Screen>
  );
}
