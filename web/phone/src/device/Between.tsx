import { useLive } from '../app/live';
import { useText } from '../app/text';

export interface Passing {
  id: string;
  at: string;
  /** OUT: the platform tells the app. IN: the app asks the platform. */
  way: 'OUT' | 'IN';
  name: string;
  app: string;
  /** GOOD, BAD, or WAITING while nothing has been answered. */
  state: 'GOOD' | 'BAD' | 'WAITING';
  answer: string;
}

/** What passes between the platform and the apps, newest first: why a welcome came, or did not. */
export function Between({ openDrawer }: { openDrawer: () => void }) {
  const { say, language } = useText();
  const { data } = useLive<Passing[]>('/passing');
  return (
    <aside className="between" aria-labelledby="between">
      <h2 id="between">{say('between')}</h2>
      <p className="between-lead">{say('between.lead')}</p>
      {data?.length === 0 && <p className="between-none">{say('between.none')}</p>}
      <ol className="passings">
        {data?.map((one) => (
          <li key={one.id} className={`passing passing-${one.way.toLowerCase()}`} data-state={one.state}>
            <span className="passing-way">{say(`between.${one.way}`)}</span>
            <code>{one.name}</code>
            <span className="passing-answer">
              {[one.app, one.state === 'WAITING' ? say('between.waiting') : one.answer].filter(Boolean).join(' · ')}
            </span>
            <time dateTime={one.at}>
              {new Date(one.at).toLocaleTimeString(language, {
                hour: '2-digit',
                minute: '2-digit',
                second: '2-digit',
                hour12: false,
              })}
            </time>
          </li>
        ))}
      </ol>
      <button type="button" className="between-more" onClick={openDrawer}>
        {say('between.more')}
      </button>
    </aside>
  );
}
