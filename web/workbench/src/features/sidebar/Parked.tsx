import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { later, type Parked as Waiting } from '../../data/contract';
import { materialQuery } from '../../data/materials';
import { Icon } from '../../parts/icons';
import { parkedQuery } from './queries';
import { sendParked, useSending } from './send';

/** 待发送: what was prepared in the workbench for this very customer. */
export function Parked({ customerId }: { customerId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(parkedQuery(customerId));
  if (!data || data.length === 0) {
    return null;
  }
  return (
    <section className="card parked">
      <h2>{t('sidebar.parked')}</h2>
      {data.map((parked) => (
        <One key={parked.id} parked={parked} customerId={customerId} />
      ))}
    </section>
  );
}

function One({ parked, customerId }: { parked: Waiting; customerId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: material } = useQuery({
    ...materialQuery(parked.materialId ?? ''),
    enabled: parked.materialId !== null,
  });
  const send = useSending((one: Waiting) => sendParked(one, customerId));
  const drop = useMutation({
    mutationFn: () => later('DELETE', `/api/v1/parked/${parked.id}`),
    onSettled: () => queries.invalidateQueries({ queryKey: ['parked'] }),
  });
  return (
    <div className="parked-one">
      {parked.sentence && <p>{parked.sentence}</p>}
      {material && <p className="quiet small">{t('sidebar.withMaterial', { title: material.title })}</p>}
      <div className="buttons">
        <button
          type="button"
          className="button button-main"
          disabled={send.isPending}
          onClick={() => send.mutate(parked)}
        >
          <Icon name="send" size={18} />
          {t('sidebar.send')}
        </button>
        <button type="button" className="button" disabled={drop.isPending} onClick={() => drop.mutate()}>
          {t('sidebar.drop')}
        </button>
      </div>
    </div>
  );
}
