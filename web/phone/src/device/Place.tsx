import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { type Face, type Page, post } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { clock } from '../app/time';
import type { Side } from '../app/who';
import { WithDeeds } from './deeds';
import { useNow } from './now';
import { Picker } from './Picker';
import { Portrait } from './Portrait';

interface Props {
  side: Side;
  who: string | null;
  choose: (id: string) => void;
  children: ReactNode;
}

/** Where one phone lies: above it whose it is, below the glass the phone itself. */
export function Place({ side, who, choose, children }: Props) {
  const { say } = useText();
  const all = side === 'customer' ? '/customers' : '/members';
  const face = useLive<Face>(who && `${all}/${encodeURIComponent(who)}`);
  const missing = who === null || face.error !== null;
  const some = useLive<Page<Face>>(missing ? `${all}?q=` : null);
  const first = some.data?.items[0]?.id;
  useEffect(() => {
    if (missing && first !== undefined) {
      choose(first);
    }
  }, [missing, first, choose]);
  return (
    <section className={`place place-${side}`} aria-label={say(`side.${side}`)}>
      <Holder side={side} face={face.data} path={all} choose={choose} />
      <div className={`device skin-${side === 'customer' ? 'wechat' : 'wecom'}`}>
        <div className="glass">
          <Status />
          <WithDeeds>{children}</WithDeeds>
        </div>
      </div>
    </section>
  );
}

function Status() {
  const now = useNow();
  return (
    <div className="status" aria-hidden="true">
      <span>{clock(new Date(now))}</span>
      <span className="status-hole" />
      <span className="status-signs">
        <i className="status-waves" />
        <i className="status-charge" />
      </span>
    </div>
  );
}

interface HolderProps {
  side: Side;
  face: Face | null;
  path: string;
  choose: (id: string) => void;
}

function Holder({ side, face, path, choose }: HolderProps) {
  const { say } = useText();
  const [open, setOpen] = useState(false);
  const id = useId();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const outside = (event: PointerEvent) => {
      if (!place.current?.contains(event.target as Node)) {
        setOpen(false);
      }
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from whichever entry has the focus.
    <div
      className="holder"
      ref={place}
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          setOpen(false);
          place.current?.querySelector('button')?.focus();
        }
      }}
    >
      <button
        type="button"
        className="holder-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((was) => !was)}
      >
        {face ? <Portrait face={face} size={36} /> : <span className="holder-blank" />}
        <span className="holder-text">
          <small>{say(`holder.${side}`)}</small>
          <b>{face?.name ?? say('loading')}</b>
          {face?.note && <span>{face.note}</span>}
        </span>
        <span className="holder-change">{say('holder.change')}</span>
      </button>
      <div id={id} className="holder-list" hidden={!open}>
        {open && (
          <Picker
            path={path}
            label={say(`picker.${side}`)}
            chosen={face?.id}
            pick={(one) => {
              choose(one.id);
              setOpen(false);
              place.current?.querySelector('button')?.focus();
            }}
          />
        )}
        {open && side === 'customer' && (
          <Newcomer
            come={(one) => {
              choose(one.id);
              setOpen(false);
            }}
          />
        )}
      </div>
    </div>
  );
}

/** Somebody whom no company knows yet: how most customers begin. */
function Newcomer({ come }: { come: (face: Face) => void }) {
  const { say } = useText();
  const [name, setName] = useState('');
  return (
    <form
      className="newcomer"
      onSubmit={async (event) => {
        event.preventDefault();
        come(await post<Face>('/customers', { name: name.trim() }));
      }}
    >
      <input
        value={name}
        maxLength={20}
        aria-label={say('newcomer.name')}
        placeholder={say('newcomer.name')}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="send" disabled={name.trim() === ''}>
        {say('newcomer.add')}
      </button>
    </form>
  );
}
