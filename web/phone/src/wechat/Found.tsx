import { useEffect, useState } from 'react';
import { type Found, post } from '../app/api';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Portrait } from '../device/Portrait';
import { Nothing, Screen } from '../device/Screen';
import type { Own } from './screens';

/** What stands behind a code: a member's card, a group, a service account, a page. */
export function FoundScreen({ own, text }: { own: Own; text: string }) {
  const { say } = useText();
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const { swap, pop } = own.stack;
  useEffect(() => {
    let here = true;
    // A scan is a deed: the platform chooses the member when it happens, and counts it.
    post<Found>(`${own.root}/scan`, { text }).then(
      (answer) => here && setFound(answer),
      (reason) => here && setProblem(reason instanceof Error ? reason.message : String(reason)),
    );
    return () => {
      here = false;
    };
  }, [own.root, text]);
  useEffect(() => {
    if (found?.kind === 'LINK' && found.url) {
      swap({ at: 'web', url: found.url, way: 'wechat', from: null });
    }
  }, [found, swap]);
  return (
    <Screen title={say('found')} onBack={pop}>
      {found ? <Card own={own} found={found} /> : <Nothing icon="scan">{problem ?? say('loading')}</Nothing>}
    </Screen>
  );
}

function Card({ own, found }: { own: Own; found: Found }) {
  const { say } = useText();
  if (found.kind === 'UNKNOWN' || !found.face) {
    return (
      <Nothing icon="scan">
        {say('found.unknown')}
        <code className="found-text">{found.text}</code>
      </Nothing>
    );
  }
  const icon = found.kind === 'GROUP' ? 'people' : found.kind === 'SERVICE' ? 'headset' : undefined;
  return (
    <div className="found">
      <Portrait face={found.face} size={72} icon={icon} />
      <b>{found.face.name}</b>
      {found.face.note && <p>{found.face.note}</p>}
      <Deed own={own} found={found} />
    </div>
  );
}

function Deed({ own, found }: { own: Own; found: Found }) {
  const { say } = useText();
  const { act } = useDeeds();
  const [hello, setHello] = useState('');
  const open = (chat: string) => {
    own.stack.reset({ at: 'home', tab: 'chats' });
    own.stack.push({ at: 'chat', id: chat });
  };
  const add = async (half: boolean) => {
    const answer = await act<{ chat: string }>(`${own.root}/add`, {
      text: found.text,
      face: found.face?.id,
      hello,
      half,
    });
    if (answer) {
      open(answer.chat);
    }
  };
  if (found.chat) {
    const chat = found.chat;
    return (
      <button type="button" className="press press-main" onClick={() => open(chat)}>
        {say('found.open')}
      </button>
    );
  }
  if (found.kind === 'GROUP' || found.kind === 'SERVICE') {
    return (
      <button type="button" className="press press-main" onClick={() => add(false)}>
        {say(found.kind === 'GROUP' ? 'found.join' : 'found.ask')}
      </button>
    );
  }
  return (
    <>
      {found.needsAccept && (
        <label className="found-hello">
          <span className="found-hello-text">{say('found.hello')}</span>
          <input value={hello} maxLength={50} onChange={(event) => setHello(event.target.value)} />
        </label>
      )}
      <button type="button" className="press press-main" onClick={() => add(false)}>
        {say('found.add')}
      </button>
      <button type="button" className="press" onClick={() => add(true)}>
        {say('found.half')}
      </button>
      <p className="hint">{say(found.needsAccept ? 'found.accept.note' : 'found.add.note')}</p>
    </>
  );
}
