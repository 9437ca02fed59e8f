import { usePages } from '@tilth/api';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CHIPS, type Chip, fetchCustomers } from '../../data/customers';
import { Bar } from '../../parts/Bar';
import { Bell } from '../../parts/Bell';
import { Icon } from '../../parts/icons';
import { Rows } from '../../parts/Rows';
import { Nothing } from '../../parts/states';
import { Bulk } from './Bulk';
import { CustomerRow } from './CustomerRow';

const MOST = 200;

/** Any fragment finds; a long press begins to choose several. */
export function CustomersPage() {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [chip, setChip] = useState<Chip | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<string> | null>(null);
  const q = useDeferredValue(words.trim());
  const pages = usePages(['customers', 'list', q, chip], fetchCustomers({ q, chip }));
  const turn = (id: string) =>
    setChosen((was) => {
      const next = new Set(was);
      if (!next.delete(id) && next.size < MOST) {
        next.add(id);
      }
      return next.size > 0 ? next : null;
    });
  return (
    <main>
      <Bar title={t('tabs.customers')} actions={<Bell />} />
      <label className="find">
        <span className="unseen">{t('customers.find')}</span>
        <Icon name="search" size={20} />
        <input
          className="input"
          type="search"
          placeholder={t('customers.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <div className="chips">
        {CHIPS.map((one) => (
          <button
            key={one}
            type="button"
            className="chip"
            aria-pressed={one === chip}
            onClick={() => setChip(one === chip ? null : one)}
          >
            {t(`customers.chip.${one}`)}
          </button>
        ))}
      </div>
      <Rows
        pages={pages}
        none={
          <Nothing title={t(q || chip ? 'customers.noneFound' : 'customers.none')}>
            {t(q || chip ? 'customers.noneFoundText' : 'customers.noneText')}
          </Nothing>
        }
      >
        {(customer) => (
          <CustomerRow
            key={customer.id}
            customer={customer}
            chosen={chosen ? chosen.has(customer.id) : null}
            turn={() => turn(customer.id)}
          />
        )}
      </Rows>
      {chosen && <Bulk ids={[...chosen]} close={() => setChosen(null)} />}
    </main>
  );
}
