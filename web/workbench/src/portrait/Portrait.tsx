import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ask, type Customer, problemOf, useMay } from '@tilth/api';
import { Moment } from '@tilth/ui/time';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { called } from '../data/customers';
import { stagesQuery } from '../data/stages';
import { Face } from '../parts/Face';
import { Grade } from '../parts/Grade';
import { useHint } from '../parts/Hints';
import { Icon } from '../parts/icons';
import { Sheet } from '../parts/Sheet';
import { sentenceOf } from '../parts/states';
import { Quiet } from './Quiet';
import { Score } from './Score';
import { Timeline } from './Timeline';

/** Who a customer is: intent, stage, source, tags, and what happened. The same on the page and in the sidebar. */
export function Portrait({ customer, children }: { customer: Customer; children?: ReactNode }) {
  const { t } = useTranslation();
  const [why, setWhy] = useState(false);
  const name = called(customer);
  return (
    <>
      <section className="card">
        <div className="today-who">
          <Face name={name} picture={customer.avatar} />
          <div className="row-text">
            <div className="row-head">
              <b className="cut">{name}</b>
              <button
                type="button"
                className="pill-button"
                aria-label={t('customers.why')}
                onClick={() => setWhy(true)}
              >
                <Grade grade={customer.grade} score={customer.score} />
              </button>
            </div>
            {customer.name !== name && <p className="quiet small cut">{customer.name}</p>}
            {customer.handover && <p className="note note-clay">{t('customers.handover')}</p>}
          </div>
        </div>
        {children}
        <Facts customer={customer} />
      </section>
      <section className="card">
        <h2>{t('customers.timeline')}</h2>
        <Timeline id={customer.id} />
      </section>
      {why && (
        <Sheet title={t('customers.why')} close={() => setWhy(false)}>
          <Score id={customer.id} />
        </Sheet>
      )}
    </>
  );
}

function Facts({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const mobiles = [...new Set(customer.followers.flatMap((follower) => follower.mobiles))];
  return (
    <dl className="facts">
      <Stage customer={customer} />
      <Quiet id={customer.id} />
      <div>
        <dt>{t('customers.source')}</dt>
        <dd>{customer.channel?.name ?? t('customers.noSource')}</dd>
      </div>
      {mobiles.length > 0 && (
        <div>
          <dt>{t('customers.phone')}</dt>
          <dd>
            {mobiles.map((mobile) => (
              <a key={mobile} className="dial" href={`tel:${mobile}`}>
                <Icon name="phone" size={16} /> {mobile}
              </a>
            ))}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('customers.tags')}</dt>
        <dd className="pills">
          {customer.tags.length > 0
            ? customer.tags.map((tag) => (
                <span key={tag.id} className="pill">
                  {tag.name}
                </span>
              ))
            : t('customers.noTags')}
        </dd>
      </div>
      <div>
        <dt>{t('customers.added')}</dt>
        <dd>
          <Moment at={customer.addedAt} as="date" />
          {customer.others > 0 && <p className="quiet small">{t('customers.others', { count: customer.others })}</p>}
        </dd>
      </div>
    </dl>
  );
}

function Stage({ customer }: { customer: Customer }) {
  const { t } = useTranslation();
  const may = useMay();
  const hint = useHint();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const stages = useQuery({ ...stagesQuery, enabled: open });
  const move = useMutation({
    mutationFn: (stageId: string) =>
      ask(api.PUT('/api/v1/customers/{id}/stage', { params: { path: { id: customer.id } }, body: { stageId } })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['customers'] }),
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
  });
  const now = customer.stage?.name ?? t('customers.noStage');
  return (
    <div>
      <dt>{t('customers.stage')}</dt>
      <dd>
        {may('customer:write') ? (
          <button type="button" className="change" disabled={move.isPending} onClick={() => setOpen(true)}>
            {now} <Icon name="next" size={16} />
          </button>
        ) : (
          now
        )}
      </dd>
      {open && (
        <Sheet title={t('customers.stage')} close={() => setOpen(false)}>
          {stages.data?.stages.map((stage) => (
            <button
              key={stage.id}
              type="button"
              className="choice"
              aria-pressed={stage.id === customer.stage?.id}
              onClick={() => {
                setOpen(false);
                move.mutate(stage.id);
              }}
            >
              {stage.name}
            </button>
          ))}
        </Sheet>
      )}
    </div>
  );
}
