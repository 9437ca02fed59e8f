import { useQuery } from '@tanstack/react-query';
import { problemOf } from '@tilth/api';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { called } from '../../data/customers';
import { useTalk } from '../../data/talk';
import { Bar } from '../../parts/Bar';
import { Icon } from '../../parts/icons';
import { Trouble, Waiting } from '../../parts/states';
import { Portrait } from '../../portrait/Portrait';
import { customerQuery } from '../../portrait/queries';

export function CustomerPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const query = useQuery(customerQuery(id));
  const talk = useTalk();
  const customer = query.data;
  return (
    <main>
      <Bar title={customer ? called(customer) : t('customers.one')} inner />
      {query.isPending && <Waiting />}
      {query.error && !customer && <Trouble problem={problemOf(query.error)} retry={() => void query.refetch()} />}
      {customer && (
        <Portrait customer={customer}>
          <div className="buttons">
            <button
              type="button"
              className="button button-main"
              disabled={talk.pending || customer.lostAt !== null || customer.handover}
              onClick={() => talk.go({ customerId: id, sentence: '', materialId: null, alertId: null })}
            >
              <Icon name="chat" size={18} />
              {t(customer.lostAt ? 'customers.lost' : 'talk.go')}
            </button>
          </div>
        </Portrait>
      )}
    </main>
  );
}
