import type { Message } from '../app/api';
import { useText } from '../app/text';
import { Icon } from './icons';

interface Props {
  message: Message;
  openLink: (url: string) => void;
  forward?: ((message: Message) => void) | undefined;
  press?: ((message: Message, key: string) => void) | undefined;
}

/** What one message shows, without its sender. */
export function Bubble({ message, openLink, forward, press }: Props) {
  const { say } = useText();
  const side = message.mine ? 'bubble bubble-mine' : 'bubble';
  const onward = forward && message.link && (
    <button type="button" className="bubble-forward" onClick={() => forward(message)} aria-label={say('forward')}>
      <Icon name="forward" size={16} />
    </button>
  );
  switch (message.kind) {
    case 'TEXT':
      return <div className={side}>{withLinks(message.text, openLink)}</div>;
    case 'IMAGE':
      return <Picture message={message} />;
    case 'VIDEO':
    case 'FILE':
      return (
        <div className={`${side} bubble-file`}>
          <span>{message.text || say(message.kind === 'FILE' ? 'kind.file' : 'kind.video')}</span>
          <Icon name={message.kind === 'FILE' ? 'file' : 'play'} size={30} />
        </div>
      );
    case 'CARD':
    case 'MENU':
      return <Card message={message} openLink={openLink} press={press} />;
    default:
      return (
        <span className="bubble-with">
          <LinkCard message={message} openLink={openLink} />
          {onward}
        </span>
      );
  }
}

function Picture({ message }: { message: Message }) {
  const { say } = useText();
  return message.link?.picture ? (
    <img className="bubble-picture" src={message.link.picture} alt={say('kind.image')} loading="lazy" />
  ) : (
    <span className="bubble bubble-blank">
      <Icon name="picture" size={36} />
      <span>{say('kind.image')}</span>
    </span>
  );
}

function LinkCard({ message, openLink }: Pick<Props, 'message' | 'openLink'>) {
  const { say } = useText();
  const link = message.link;
  const mini = message.kind === 'MINI_PROGRAM';
  const inside = (
    <>
      {mini && <span className="card-mini-name">{link?.text || say('kind.mini')}</span>}
      <b>{link?.title || link?.url}</b>
      <span className="card-body">
        {!mini && <span className="card-text">{link?.text || link?.url}</span>}
        {link?.picture ? (
          <img src={link.picture} alt="" />
        ) : (
          !mini && (
            <span className="card-blank">
              <Icon name="link" />
            </span>
          )
        )}
      </span>
      {mini && (
        <span className="card-foot">
          <Icon name="mini" size={13} /> {say('kind.mini')}
        </span>
      )}
    </>
  );
  return mini || !link?.url ? (
    <div className="card-link">{inside}</div>
  ) : (
    <button type="button" className="card-link" onClick={() => openLink(link.url)}>
      {inside}
    </button>
  );
}

function Card({ message, openLink, press }: Omit<Props, 'forward'>) {
  const { say } = useText();
  const link = message.link;
  return (
    <article className="card-app">
      {link?.picture && <img src={link.picture} alt="" />}
      {link?.title && <h3>{link.title}</h3>}
      {message.text && <p>{message.text}</p>}
      {link?.url && (
        <button type="button" className="card-more" onClick={() => openLink(link.url)}>
          {link.text || say('card.open')}
        </button>
      )}
      {message.presses.length > 0 && (
        <div className="card-presses">
          {message.presses.map((one) => (
            <button
              key={one.key}
              type="button"
              className={one.style === 1 ? 'press press-main' : 'press'}
              disabled={message.pressed !== null || !press}
              onClick={() => press?.(message, one.key)}
            >
              {message.pressed === one.key && <Icon name="check" size={15} />}
              {one.text}
            </button>
          ))}
        </div>
      )}
    </article>
  );
}

/** Addresses within a text can be tapped. */
export function withLinks(text: string, openLink: (url: string) => void) {
  let from = 0;
  return splitLinks(text).map((part) => {
    const key = from;
    from += part.length;
    return /^https?:\/\//.test(part) ? (
      <button key={key} type="button" className="text-link" onClick={() => openLink(part)}>
        {part}
      </button>
    ) : (
      part
    );
  });
}

export function splitLinks(text: string): string[] {
  return text.split(/(https?:\/\/[^\s\u3000-\u303f\uff00-\uffef"<>]+)/).filter((part) => part !== '');
}
