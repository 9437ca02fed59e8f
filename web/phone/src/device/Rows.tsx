import type { ReactNode } from 'react';
import type { Face, Row } from '../app/api';
import { useText } from '../app/text';
import { shortMoment } from '../app/time';
import { Icon, type IconName } from './icons';
import { useNow } from './now';
import { Portrait } from './Portrait';
import { Badge } from './Screen';

const ICONS: Partial<Record<Row['kind'], IconName>> = { GROUP: 'people', SERVICE: 'headset', APP: 'grid' };

/** The list of conversations. */
export function ChatRows({ rows, open }: { rows: Row[]; open: (row: Row) => void }) {
  const { say, language } = useText();
  const now = useNow();
  return (
    <ul className="rows">
      {rows.map((row) => (
        <li key={row.id}>
          <button type="button" className="row" onClick={() => open(row)}>
            <span className="row-face">
              <Portrait face={row.face} icon={ICONS[row.kind]} />
              <Badge count={row.unread} />
            </span>
            <span className="row-text">
              <span className="row-name">
                <b title={row.face.name}>{row.face.name}</b>
                {row.face.note && <Company note={row.face.note} />}
              </span>
              <span className="row-last">{bondText(row, say) ?? row.last}</span>
            </span>
            {row.at && <time dateTime={row.at}>{shortMoment(row.at, now, language)}</time>}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Company({ note }: { note: string }) {
  return <span className="company">@{note}</span>;
}

function bondText(row: Row, say: ReturnType<typeof useText>['say']): string | null {
  if (row.bond === 'PENDING') {
    return say('bond.pending');
  }
  return row.bond === 'GONE' ? say('bond.gone') : null;
}

interface Item {
  face?: Face;
  icon?: IconName;
  text: string;
  note?: string | undefined;
  count?: number;
  do?: (() => void) | undefined;
  end?: ReactNode;
}

/** A plain entry of a list: a person, a setting, a way on. */
export function Entry({ face, icon, text, note, count = 0, do: deed, end }: Item) {
  const inside = (
    <>
      {face ? (
        <Portrait face={face} size={38} icon={icon} />
      ) : (
        icon && (
          <span className="entry-icon">
            <Icon name={icon} />
          </span>
        )
      )}
      <span className="row-text">
        <b title={text}>{text}</b>
        {note && (
          <span className="row-last" title={note}>
            {note}
          </span>
        )}
      </span>
      {count > 0 && <Badge count={count} />}
      {end}
    </>
  );
  return (
    <li>
      {deed ? (
        <button type="button" className="row entry" onClick={deed}>
          {inside}
          <span className="entry-on" aria-hidden="true" />
        </button>
      ) : (
        <div className="row entry">{inside}</div>
      )}
    </li>
  );
}

export function Entries({ title, children }: { title?: string | undefined; children: ReactNode }) {
  return (
    <section className="entries">
      {title && <h3>{title}</h3>}
      <ul>{children}</ul>
    </section>
  );
}

/** Facts as a phone shows them: a word left, what it is right. */
export function Facts({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '' && value !== null)
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
