import type { Chat } from '../app/api';
import { useText } from '../app/text';
import { Portrait } from './Portrait';

/** The people of a group, as a grid of faces. */
export function Seats({ seats, remove }: { seats: Chat['seats']; remove?: (id: string) => void }) {
  const { say } = useText();
  return (
    <ul className="seats">
      {seats.map((seat) => (
        <li key={seat.id}>
          <Portrait face={seat} size={46} />
          <span title={seat.name}>{seat.name}</span>
          {seat.owner && <small>{say('group.owner')}</small>}
          {!seat.owner && !seat.external && seat.note && <small>{seat.note}</small>}
          {remove && !seat.me && !seat.owner && (
            <button type="button" className="quiet-link" onClick={() => remove(seat.id)}>
              {say('group.remove')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
