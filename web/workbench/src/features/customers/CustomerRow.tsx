import type { Customer } from '@tilth/api';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { called } from '../../data/customers';
import { Face } from '../../parts/Face';
import { Grade } from '../../parts/Grade';
import { Icon } from '../../parts/icons';

const LONG = 450;

interface Props {
  customer: Customer;
  /** null while nobody chooses. */
  chosen: boolean | null;
  turn: () => void;
}

/** A tap opens; a long press begins to choose, and then a tap chooses. */
export function CustomerRow({ customer, chosen, turn }: Props) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const long = useRef(false);
  const press = () => {
    long.current = false;
    timer.current = setTimeout(() => {
      long.current = true;
      turn();
    }, LONG);
  };
  const leave = () => clearTimeout(timer.current);
  const name = called(customer);
  return (
    <li>
      <button
        type="button"
        className="row"
        aria-pressed={chosen ?? undefined}
        onPointerDown={press}
        onPointerUp={leave}
        onPointerLeave={leave}
        onPointerCancel={leave}
        onContextMenu={(event) => event.preventDefault()}
        onClick={() => {
          if (long.current) {
            long.current = false;
          } else if (chosen === null) {
            void navigate(`/w/customers/${customer.id}`);
          } else {
            turn();
          }
        }}
      >
        {chosen === null ? (
          <Face name={name} picture={customer.avatar} />
        ) : (
          <span className={chosen ? 'tick tick-on' : 'tick'}>{chosen && <Icon name="check" size={20} />}</span>
        )}
        <span className="row-text">
          <span className="row-head">
            <b className="cut">{name}</b>
            <Grade grade={customer.grade} score={customer.score} />
          </span>
          <span className="quiet small cut row-line">
            {[customer.stage?.name, customer.channel?.name, ...customer.tags.map((tag) => tag.name)]
              .filter(Boolean)
              .join(' · ') || t('customers.plain')}
          </span>
        </span>
        {customer.handover && <span className="pill pill-clay">{t('customers.handing')}</span>}
        {customer.lostAt && <span className="pill pill-red">{t('customers.lost')}</span>}
      </button>
    </li>
  );
}
