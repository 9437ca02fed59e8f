import type { Moment } from '../app/api';
import { useLive } from '../app/live';
import { useText } from '../app/text';
import { shortMoment } from '../app/time';
import { useDeeds } from '../device/deeds';
import { Icon } from '../device/icons';
import { useNow } from '../device/now';
import { Portrait } from '../device/Portrait';
import { Nothing, Screen } from '../device/Screen';
import type { Own } from './screens';

/** 朋友圈: what the members whom this customer knows have published. */
export function Moments({ own }: { own: Own }) {
  const { say } = useText();
  const { data } = useLive<Moment[]>(`${own.root}/moments`);
  return (
    <Screen title={say('moments')} onBack={own.stack.pop}>
      {data?.length === 0 && <Nothing icon="petals">{say('moments.none')}</Nothing>}
      <ol className="moments">
        {data?.map((moment) => (
          <One key={moment.id} moment={moment} own={own} />
        ))}
      </ol>
    </Screen>
  );
}

function One({ moment, own }: { moment: Moment; own: Own }) {
  const { say, language } = useText();
  const { act } = useDeeds();
  const now = useNow();
  const { link } = moment;
  return (
    <li className="moment">
      <Portrait face={moment.author} size={40} />
      <article>
        <h3>
          {moment.author.name} <span className="company">@{moment.author.note}</span>
        </h3>
        <p>{moment.text}</p>
        {moment.pictures.length > 0 && (
          <div className="moment-pictures">
            {moment.pictures.map((picture) => (
              <img key={picture} src={picture} alt="" loading="lazy" />
            ))}
          </div>
        )}
        {link && (
          <button
            type="button"
            className="moment-link"
            onClick={() => own.stack.push({ at: 'web', url: link.url, way: 'wechat', from: null })}
          >
            {link.picture ? <img src={link.picture} alt="" /> : <Icon name="link" />}
            {link.title || link.url}
          </button>
        )}
        <div className="moment-foot">
          <time dateTime={moment.at}>{shortMoment(moment.at, now, language)}</time>
          <button
            type="button"
            className="quiet-link"
            aria-pressed={moment.liked}
            onClick={() => act(`${own.root}/moments/${encodeURIComponent(moment.id)}/like`)}
          >
            <Icon name="heart" size={16} /> {say('moments.like')}
          </button>
        </div>
        {moment.likes.length > 0 && (
          <p className="moment-likes">
            <Icon name="heart" size={13} /> {moment.likes.map((face) => face.name).join(say('comma'))}
          </p>
        )}
      </article>
    </li>
  );
}
