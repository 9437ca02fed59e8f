import { useId, useState } from 'react';
import type { Face, Page } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { Portrait } from './Portrait';

interface Props {
  /** Where the people are asked for; the words are added. */
  path: string;
  label: string;
  pick: (face: Face) => void;
  chosen?: string | undefined;
}

/** Finds one person among thousands by a part of a name or a number. */
export function Picker({ path, label, pick, chosen }: Props) {
  const { say } = useText();
  const id = useId();
  const [words, setWords] = useState('');
  const found = useLive<Page<Face>>(`${path}?q=${encodeURIComponent(words.trim())}`);
  const [kept, setKept] = useState<Page<Face> | null>(null);
  if (found.data && found.data !== kept) {
    setKept(found.data);
  }
  const page = found.data ?? kept;
  return (
    <div className="picker">
      <label htmlFor={id} className="unseen">
        {label}
      </label>
      <input
        id={id}
        type="search"
        value={words}
        placeholder={label}
        autoComplete="off"
        onChange={(event) => setWords(event.target.value)}
      />
      <ul>
        {page?.items.map((face) => (
          <li key={face.id}>
            <button type="button" className="row entry" aria-pressed={face.id === chosen} onClick={() => pick(face)}>
              <Portrait face={face} size={34} />
              <span className="row-text">
                <b>{face.name}</b>
                {face.note && <span className="row-last">{face.note}</span>}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {page && (
        <p className="picker-count" role="status">
          {page.items.length === 0
            ? say('picker.none')
            : page.total > page.items.length && say('picker.more', { shown: page.items.length, total: page.total })}
        </p>
      )}
    </div>
  );
}
