import { Moment } from '@tilth/ui/time';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTalk } from '../../data/talk';
import { Face } from '../../parts/Face';
import { Grade } from '../../parts/Grade';
import { Icon } from '../../parts/icons';
import type { TodayItem } from './queries';

/** Who, why now, and what to say: one tap each. */
export function TodayCard({ item, done, putOff }: { item: TodayItem; done: () => void; putOff: () => void }) {
  const { t } = useTranslation();
  const talk = useTalk();
  const { customer, suggestion } = item;
  const [why, ...more] = item.reasons;
  const link = item.alertId ? `/w/alerts/${item.alertId}` : `/w/customers/${customer.id}`;
  return (
    <article className="card today">
      <Link to={link} className="today-who">
        <Face name={customer.remark || customer.name} picture={customer.avatar} />
        <div className="row-text">
          <div className="row-head">
            <b className="cut">{customer.remark || customer.name}</b>
            <Grade grade={item.grade} score={item.score} />
          </div>
          {customer.remark && <p className="quiet small cut">{customer.name}</p>}
          {item.quiet && <span className="pill">{t('customers.quiet')}</span>}
        </div>
        <span className="row-end">
          <Moment at={item.at} as="ago" />
        </span>
      </Link>
      {why && <p className="today-why">{why.text}</p>}
      {more.length > 0 && <p className="quiet small">{more.map((reason) => reason.text).join(t('ui.and'))}</p>}
      {item.handover && <p className="note note-clay">{t('customers.handover')}</p>}
      {!item.handover && <p className="note today-step">{suggestion.step}</p>}
      {!item.handover && suggestion.materialTitle && (
        <p className="quiet small">{t('talk.with', { title: suggestion.materialTitle })}</p>
      )}
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={talk.pending || item.handover}
          onClick={() =>
            talk.go({
              customerId: customer.id,
              sentence: suggestion.sentence,
              materialId: suggestion.materialId,
              alertId: item.alertId,
            })
          }
        >
          <Icon name="chat" size={18} />
          {t('talk.go')}
        </button>
        <button type="button" className="button" onClick={done}>
          {t('today.done')}
        </button>
        <button type="button" className="button" onClick={putOff}>
          {t('today.later')}
        </button>
      </div>
    </article>
  );
}
