import { useState } from 'react';
import type { Face, WeCom as Phone } from '../app/api';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Picker } from '../device/Picker';
import { Portrait } from '../device/Portrait';
import { Entries, Entry } from '../device/Rows';
import { Nothing, Screen } from '../device/Screen';
import type { Own } from './screens';

/** Customers who added this member and wait to be accepted. */
export function Requests({ phone, own }: { phone: Phone; own: Own }) {
  const { say } = useText();
  const { act } = useDeeds();
  return (
    <Screen title={say('requests.customers')} onBack={own.stack.pop}>
      {phone.requests.length === 0 && <Nothing icon="person">{say('requests.none')}</Nothing>}
      <Entries>
        {phone.requests.map((request) => (
          <Entry
            key={request.id}
            face={request.face}
            text={request.face.name}
            note={request.hello}
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

/** The member asks somebody in WeChat to become a customer. */
export function Invite({ own }: { own: Own }) {
  const { say } = useText();
  const { act, tell } = useDeeds();
  const ask = async (face: Face) => {
    const answer = await act(`${own.root}/invite`, { customer: face.id });
    if (answer !== null) {
      tell(say('invite.asked', { name: face.name }));
      own.stack.pop();
    }
  };
  return (
    <Screen title={say('invite')} onBack={own.stack.pop}>
      <p className="hint">{say('invite.note')}</p>
      <Picker path="/customers" label={say('picker.customer')} pick={ask} />
    </Screen>
  );
}

export function NewGroup({ own }: { own: Own }) {
  const { say } = useText();
  const { act } = useDeeds();
  const [name, setName] = useState('');
  const [people, setPeople] = useState<Face[]>([]);
  const turn = (face: Face) =>
    setPeople((all) =>
      all.some((one) => one.id === face.id) ? all.filter((one) => one.id !== face.id) : [...all, face],
    );
  const make = async () => {
    const made = await act<{ chat: string }>(`${own.root}/groups`, { name, customers: people.map((one) => one.id) });
    if (made) {
      own.stack.swap({ at: 'chat', id: made.chat });
    }
  };
  return (
    <Screen title={say('group.new')} onBack={own.stack.pop}>
      <div className="field-line">
        <label>
          <span>{say('group.name')}</span>
          <input value={name} maxLength={40} onChange={(event) => setName(event.target.value)} />
        </label>
        <button type="button" className="send" disabled={people.length === 0} onClick={make}>
          {say('group.make', { count: people.length })}
        </button>
      </div>
      {people.length > 0 && (
        <ul className="chosen">
          {people.map((face) => (
            <li key={face.id}>
              <button type="button" onClick={() => turn(face)} aria-label={say('group.without', { name: face.name })}>
                <Portrait face={face} size={26} /> {face.name} <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <Picker path={`${own.root}/faces`} label={say('customers.find')} pick={turn} />
    </Screen>
  );
}
