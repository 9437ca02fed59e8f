import { useMutation } from '@tanstack/react-query';
import { api, ask, problemOf, usePages } from '@tilth/api';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchCustomers } from '../../data/customers';
import type { Material } from '../../data/materials';
import { useTalk } from '../../data/talk';
import { copy } from '../../data/wecom';
import { Face } from '../../parts/Face';
import { useHint } from '../../parts/Hints';
import { Icon } from '../../parts/icons';
import { Sheet } from '../../parts/Sheet';
import { sentenceOf, Waiting } from '../../parts/states';

/** To whom? From outside of a chat the material is parked for the customer, and their chat opens. */
export function SendSheet({ material, close }: { material: Material; close: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const pages = usePages(['customers', 'choose', q], fetchCustomers({ q, chip: null }));
  const talk = useTalk();
  const mine = useOpenLink(material.id);
  return (
    <Sheet title={material.title} close={close}>
      {material.description && <p className="quiet small">{material.description}</p>}
      <button type="button" className="choice" disabled={mine.pending} onClick={mine.copy}>
        <Icon name="copy" size={20} />
        {t('materials.copyLink')}
      </button>
      {material.kind === 'POSTER' && <OwnPoster material={material} />}
      <h3 className="sheet-part">{t('materials.sendTo')}</h3>
      <label className="find find-sheet">
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
      {pages.loading && <Waiting lines={3} />}
      {!pages.loading && pages.rows.length === 0 && <p className="quiet">{t('customers.noneFound')}</p>}
      {pages.rows.slice(0, 20).map((customer) => (
        <button
          key={customer.id}
          type="button"
          className="choice"
          disabled={talk.pending}
          onClick={() => {
            talk.go({ customerId: customer.id, sentence: '', materialId: material.id, alertId: null });
            close();
          }}
        >
          <Face small name={customer.name} picture={customer.avatar} />
          <span className="cut">{customer.followers[0]?.remark || customer.name}</span>
          <Icon name="send" size={18} />
        </button>
      ))}
    </Sheet>
  );
}

/** The poster as a picture with the member's own code, to be saved and handed on as pictures are. */
function OwnPoster({ material }: { material: Material }) {
  const { t } = useTranslation();
  const [shown, setShown] = useState(false);
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button type="button" className="choice" aria-expanded={shown} onClick={() => setShown(!shown)}>
        <Icon name="qr" size={20} />
        {t('materials.ownPoster')}
      </button>
      {shown && !failed && (
        <figure className="own-poster">
          <img src={`/api/v1/posters/${material.id}`} alt={material.title} onError={() => setFailed(true)} />
          <figcaption className="quiet small">{t('materials.ownPosterHint')}</figcaption>
        </figure>
      )}
      {shown && failed && (
        <p className="quiet" role="alert">
          {t('materials.ownPosterFailed')}
        </p>
      )}
    </>
  );
}

/** A link that says who handed it out, and leaves open who finds it. Made when the sheet opens: copying needs the tap. */
function useOpenLink(materialId: string) {
  const { t } = useTranslation();
  const hint = useHint();
  const made = useMutation({
    mutationFn: () => ask(api.POST('/api/v1/shares', { body: { materialId, customerId: null, way: 'OPEN' } })),
    onError: (error) => hint(sentenceOf(problemOf(error), t)),
    onSuccess: async (share) => {
      if (copy(share.url)) {
        hint(t('materials.copied'));
        await ask(api.POST('/api/v1/shares/{id}/sent', { params: { path: { id: share.id } } }));
      } else {
        hint(share.url);
      }
    },
  });
  return { pending: made.isPending, copy: () => made.mutate() };
}
