import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Face } from '../../parts/Face';
import { Icon } from '../../parts/icons';
import { Colleague } from './Colleague';
import type { Guide } from './queries';

/** Who is here, how far they have come, and who rests. */
export function Guides({ guides }: { guides: Guide[] }) {
  const { t } = useTranslation();
  const [who, setWho] = useState<Guide['member'] | null>(null);
  return (
    <>
      <h2 className="section-title">{t('shop.colleagues')}</h2>
      {guides.length === 0 && <p className="card quiet">{t('shop.noColleagues')}</p>}
      {guides.length > 0 && (
        <ul className="card card-list">
          {guides.map(({ member, done, open, resting }) => (
            <li key={member.id}>
              <button type="button" className="row" onClick={() => setWho(member)}>
                <Face small name={member.name} />
                <span className="row-text row-head">
                  <b className="cut">{member.name}</b>
                  {resting && <span className="pill">{t('shop.resting')}</span>}
                </span>
                <span className="row-end number">{t('shop.progress', { done, open })}</span>
                <Icon name="next" size={16} />
              </button>
            </li>
          ))}
        </ul>
      )}
      {who && <Colleague member={who} close={() => setWho(null)} />}
    </>
  );
}
