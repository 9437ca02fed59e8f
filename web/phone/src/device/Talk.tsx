import { type FormEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Chat, ChatKind, Message } from '../app/api';
import { useText } from '../app/text';
import { moment, startsPause } from '../app/time';
import { Bubble } from './Bubble';
import type { IconName } from './icons';
import { useNow } from './now';
import { Portrait } from './Portrait';

interface Props {
  chat: Chat;
  openLink: (url: string) => void;
  forward?: ((message: Message) => void) | undefined;
  press?: ((message: Message, key: string) => void) | undefined;
}

const ICONS: Partial<Record<ChatKind, IconName>> = { APP: 'grid', SERVICE: 'headset' };

/** The messages of one conversation, the newest in view unless somebody reads further up. */
export function Talk({ chat, openLink, forward, press }: Props) {
  const { say, language } = useText();
  const now = useNow();
  const end = useRef<HTMLLIElement>(null);
  const stuck = useRef(true);
  const count = chat.messages.length;
  useLayoutEffect(() => {
    if (count >= 0 && stuck.current) {
      end.current?.scrollIntoView?.({ block: 'end' });
    }
  }, [count]);
  useEffect(() => {
    const body = end.current?.closest('.screen-body');
    const follow = () => {
      stuck.current = !body || body.scrollHeight - body.scrollTop - body.clientHeight < 60;
    };
    body?.addEventListener('scroll', follow);
    return () => body?.removeEventListener('scroll', follow);
  }, []);
  return (
    <ol className="talk" role="log" aria-label={say('talk')}>
      {chat.messages.map((message, at) => (
        <li key={message.id} className={message.mine ? 'line line-mine' : 'line'}>
          {startsPause(chat.messages[at - 1]?.at, message.at) && (
            <time className="pause" dateTime={message.at}>
              {moment(message.at, now, language)}
            </time>
          )}
          {message.system ? (
            <p className="pause">{message.text}</p>
          ) : (
            <div className="line-inside">
              {message.author && (
                <Portrait face={message.author} size={38} icon={message.mine ? undefined : ICONS[chat.row.kind]} />
              )}
              <div className="line-said">
                {message.author && (
                  <span className={chat.row.kind === 'GROUP' && !message.mine ? 'line-name' : 'unseen'}>
                    {message.author.name}
                  </span>
                )}
                <Bubble message={message} openLink={openLink} forward={forward} press={press} />
              </div>
            </div>
          )}
        </li>
      ))}
      <li ref={end} className="talk-end" aria-hidden="true" />
    </ol>
  );
}

/** Where a person writes; Enter sends, Shift and Enter begin a new line. */
export function Composer({ send, label }: { send: (text: string) => Promise<boolean>; label: string }) {
  const { say } = useText();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const submit = async (event?: FormEvent) => {
    event?.preventDefault();
    if (busy || text.trim() === '') {
      return;
    }
    setBusy(true);
    if (await send(text.trim())) {
      setText('');
    }
    setBusy(false);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      void submit();
    }
  };
  return (
    <form className="composer" onSubmit={submit}>
      <textarea
        rows={1}
        value={text}
        aria-label={label}
        placeholder={say('write')}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKey}
      />
      <button type="submit" className="send" disabled={text.trim() === ''}>
        {say('send')}
      </button>
    </form>
  );
}
