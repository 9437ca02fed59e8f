import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, problemOf, useMay } from '@tilth/api';
import { Moment } from '@tilth/ui/time';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { type Alert, alertQuery } from '../../data/alerts';
import { useTalk } from '../../data/talk';
import { useHappened, useLength } from '../../parts/alert-sentence';
import { Bar } from '../../parts/Bar';
import { Face } from '../../parts/Face';
import { Grade } from '../../parts/Grade';
import { useHint } from '../../parts/Hints';
import { Icon } from '../../parts/icons';
import { sentenceOf, Trouble, Waiting } from '../../parts/states';
import { HandOver } from './HandOver';

/** Who reads what, for how long, what they read before, and what could be said now. */
export function AlertPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(alertQuery(id));
  return (
    <main>
      <Bar title={t('alerts.one')} inner />
      {query.isPending && <Waiting />}
      {query.error && <Trouble problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {query.data && <Shown alert={query.data} />}
    </main>
  );
}

function Shown({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const happened = useHappened();
  const { customer } = alert;
  return (
    <>
      <section className="card">
        <Link to={`/w/customers/${customer.id}`} className="today-who">
          <Face name={customer.name} picture={customer.avatar} />
          <div className="row-text">
            <div className="row-head">
              <b className="cut">{customer.name}</b>
              <Grade grade={customer.grade} score={customer.score} />
            </div>
            <p className="quiet small">
              {t(`alerts.certainty.${alert.certainty}`, { name: customer.name })} · <Moment at={alert.at} as="ago" />
            </p>
          </div>
          <Icon name="next" size={18} />
        </Link>
        <p className="today-why">{happened(alert)}</p>
        <Facts alert={alert} />
      </section>
      <Answer key={alert.id} alert={alert} />
      <History alert={alert} />
    </>
  );
}

function Facts({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  return (
    <div className="pills">
      {alert.material.priced && <span className="pill pill-clay">{t('alerts.priced')}</span>}
      {alert.quietDays !== null && alert.quietDays > 0 && (
        <span className="pill">{t('alerts.quiet', { count: alert.quietDays })}</span>
      )}
      {alert.percent > 0 && <span className="pill">{t('alerts.percent', { percent: alert.percent })}</span>}
      {alert.forwardReaders > 0 && (
        <span className="pill">{t('alerts.forwarded', { count: alert.forwardReaders })}</span>
      )}
    </div>
  );
}

function Answer({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const hint = useHint();
  const queries = useQueryClient();
  const talk = useTalk();
  const may = useMay();
  const [handing, setHanding] = useState(false);
  const [sentence, setSentence] = useState(alert.suggestion.sentence);
  const mark = useMutation({
    mutationFn: () =>
      ask(api.POST('/api/v1/alerts/{id}/contacted', { params: { path: { id: alert.id } }, body: { how: 'MARKED' } })),
    onSuccess: () => {
      hint(t('alerts.marked'));
      void queries.invalidateQueries({ queryKey: ['alerts'] });
      void queries.invalidateQueries({ queryKey: ['today'] });
    },
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  return (
    <section className="card">
      <h2>{alert.suggestion.step || t('alerts.answer')}</h2>
      <label className="field">
        <span>{t('alerts.sentence')}</span>
        <textarea
          className="input"
          rows={4}
          value={sentence}
          maxLength={500}
          onChange={(event) => setSentence(event.target.value)}
        />
      </label>
      {alert.suggestion.materialTitle && (
        <p className="quiet small">{t('talk.with', { title: alert.suggestion.materialTitle })}</p>
      )}
      {alert.customer.handover && <p className="note note-clay">{t('customers.handover')}</p>}
      <p className="quiet small alert-help">{t('talk.help')}</p>
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={talk.pending || alert.customer.handover}
          onClick={() =>
            talk.go({
              customerId: alert.customer.id,
              sentence,
              materialId: alert.suggestion.materialId,
              alertId: alert.id,
            })
          }
        >
          <Icon name="chat" size={18} />
          {t('talk.go')}
        </button>
        {alert.state === 'CONTACTED' ? (
          <span className="button button-plain">
            <Icon name="check" size={18} />
            {t('alerts.state.CONTACTED')}
          </span>
        ) : (
          <button type="button" className="button" disabled={mark.isPending} onClick={() => mark.mutate()}>
            {t('alerts.mark')}
          </button>
        )}
      </div>
      {may('alert:assign') && alert.state !== 'CONTACTED' && (
        <button type="button" className="button button-plain" onClick={() => setHanding(true)}>
          {t('alerts.handTo')}
        </button>
      )}
      {handing && <HandOver id={alert.id} close={() => setHanding(false)} />}
    </section>
  );
}

function History({ alert }: { alert: Alert }) {
  const { t } = useTranslation();
  const length = useLength();
  if (alert.history.length === 0) {
    return null;
  }
  return (
    <section className="card">
      <h2>{t('alerts.before')}</h2>
      <ul>
        {alert.history.map((visit) => (
          <li key={visit.at} className="line">
            <span>{visit.title}</span>
            <span className="quiet small">
              {length(visit.seconds)} · <Moment at={visit.at} as="ago" />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
