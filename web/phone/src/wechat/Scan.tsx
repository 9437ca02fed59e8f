import { useId, useState } from 'react';
import { type Code, post } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { useDeeds } from '../device/deeds';
import { Icon, type IconName } from '../device/icons';
import { Entries, Entry } from '../device/Rows';
import { Screen } from '../device/Screen';
import type { Own } from './screens';

const ICONS: Record<Code['kind'], IconName> = {
  CONTACT: 'scan',
  GROUP: 'people',
  ACQUISITION: 'link',
  SERVICE: 'headset',
  LINK: 'globe',
};

/** A camera that cannot see: it is shown a code of this world, the text of one, or a picture. */
export function Scan({ own }: { own: Own }) {
  const { say } = useText();
  const { tell } = useDeeds();
  const codes = useLive<Code[]>('/codes');
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const id = useId();
  const see = (seen: string) => own.stack.swap({ at: 'found', text: seen });
  const read = async (file: File | undefined) => {
    if (!file) {
      return;
    }
    setBusy(true);
    try {
      see((await post<{ text: string }>('/decode', await asPng(file))).text);
    } catch {
      tell(say('scan.unreadable'));
      setBusy(false);
    }
  };
  return (
    <Screen title={say('scan')} onBack={own.stack.pop}>
      <div className="finder">
        <label className="finder-frame" htmlFor={id}>
          <Icon name="scan" size={64} />
          <span>{busy ? say('loading') : say('scan.picture')}</span>
          <input
            id={id}
            type="file"
            accept="image/*"
            className="unseen"
            onChange={(event) => read(event.target.files?.[0])}
          />
        </label>
      </div>
      <form
        className="field-line"
        onSubmit={(event) => {
          event.preventDefault();
          if (text.trim()) {
            see(text.trim());
          }
        }}
      >
        <label>
          <span>{say('scan.paste')}</span>
          <input value={text} onChange={(event) => setText(event.target.value)} placeholder="https://…" />
        </label>
        <button type="submit" className="send" disabled={text.trim() === ''}>
          {say('scan.see')}
        </button>
      </form>
      {codes.data && codes.data.length > 0 ? (
        <Entries title={say('scan.world')}>
          {codes.data.map((code) => (
            <Entry
              key={code.text}
              icon={ICONS[code.kind]}
              text={code.title}
              note={code.note}
              do={() => see(code.text)}
            />
          ))}
        </Entries>
      ) : (
        codes.data && <p className="hint">{say('scan.none')}</p>
      )}
    </Screen>
  );
}

/** Any picture that the browser can draw, as one that the sandbox can read, and not too big. */
async function asPng(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, 1600 / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext('2d');
  if (!pen) {
    throw new Error('This browser cannot draw.');
  }
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) =>
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('This picture cannot be drawn.'))), 'image/png'),
  );
}
