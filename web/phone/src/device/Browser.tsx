import { useState } from 'react';
import { useText } from '../app/text';
import { Frame } from './Frame';
import { Icon } from './icons';
import { Menu, type MenuEntry, Screen } from './Screen';

export const WAYS = ['wechat', 'pc', 'wecom', 'plain'] as const;
export type Way = (typeof WAYS)[number];

interface Props {
  url: string;
  /** Who reads: a person's id, or a member's. */
  who: string;
  ways: readonly Way[];
  first: Way;
  onBack: () => void;
  entries?: MenuEntry[];
  onPress?: (picture: string) => void;
  onScan?: (text: string) => void;
}

/** A page within the phone, opened as the reader chooses; the sandbox remembers who is reading. */
export function Browser({ url, who, ways, first, onBack, entries = [], onPress, onScan }: Props) {
  const { say } = useText();
  const [way, setWay] = useState<Way>(first);
  const [turn, setTurn] = useState(0);
  const address = opening(url, who, way);
  const menu: MenuEntry[] = [
    ...entries,
    { icon: 'compass', text: say('web.again'), do: () => setTurn((was) => was + 1) },
    { icon: 'open', text: say('web.tab'), do: () => window.open(address, '_blank', 'noopener') },
  ];
  return (
    <Screen
      title={hostOf(url)}
      note={say(`way.${way}.long`)}
      onBack={onBack}
      actions={<Menu icon="more" label={say('more')} entries={menu} />}
      foot={
        ways.length > 1 && (
          <fieldset className="ways">
            <legend className="unseen">{say('web.way')}</legend>
            {ways.map((one) => (
              <label key={one}>
                <input type="radio" name={`way-${who}`} checked={one === way} onChange={() => setWay(one)} />
                <span>{say(`way.${one}`)}</span>
              </label>
            ))}
          </fieldset>
        )
      }
    >
      <Frame
        key={`${way} ${turn}`}
        url={url}
        who={who}
        way={way}
        title={say('web.page', { host: hostOf(url) })}
        onPress={onPress}
        onScan={onScan}
      />
    </Screen>
  );
}

/** The way in: the sandbox notes who reads with what, then sends the frame on. */
export function opening(url: string, who: string, way: Way): string {
  return `/sandbox/open?${new URLSearchParams({ as: way, who, url })}`;
}

export function hostOf(url: string): string {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

/** What a person typed as an address; null when no page can be meant. */
export function asAddress(typed: string): string | null {
  const text = typed.trim();
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(text) && !/^[^/]+:\d+(\/|$)/.test(text) ? text : `http://${text}`;
  try {
    const url = new URL(whole);
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url.href : null;
  } catch {
    return null;
  }
}

/** Asks for an address to open. */
export function AddressForm({ go }: { go: (url: string) => void }) {
  const { say } = useText();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  return (
    <form
      className="field-line"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const url = asAddress(typed);
        setWrong(url === null);
        if (url) {
          go(url);
        }
      }}
    >
      <label>
        <span>{say('web.address')}</span>
        <input
          type="url"
          inputMode="url"
          value={typed}
          placeholder="http://localhost:8080/…"
          aria-invalid={wrong}
          onChange={(event) => setTyped(event.target.value)}
        />
      </label>
      <button type="submit" className="send">
        <Icon name="globe" size={18} /> {say('web.go')}
      </button>
      {wrong && (
        <p className="wrong" role="alert">
          {say('web.wrong')}
        </p>
      )}
    </form>
  );
}
