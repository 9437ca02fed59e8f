import { usePages } from '@tilth/api';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fetchMaterials, KINDS, type Material, type MaterialKind } from '../data/materials';
import { Icon } from './icons';
import { Rows } from './Rows';
import { Nothing } from './states';

const SHOWN: (MaterialKind | null)[] = [null, ...KINDS];

/** The published materials; what stands at the end of a row is up to the page. */
export function Shelf({ choose, end }: { choose: (material: Material) => void; end?: ReactNode }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<MaterialKind | null>(null);
  const q = useDeferredValue(words.trim());
  const pages = usePages(['materials', q, kind], fetchMaterials({ q, kind }));
  return (
    <>
      <label className="find">
        <span className="unseen">{t('materials.find')}</span>
        <Icon name="search" size={20} />
        <input
          className="input"
          type="search"
          placeholder={t('materials.find')}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <div className="chips">
        {SHOWN.map((one) => (
          <button key={one} type="button" className="chip" aria-pressed={one === kind} onClick={() => setKind(one)}>
            {t(one ? `materials.kind.${one}` : 'materials.all')}
          </button>
        ))}
      </div>
      <Rows
        pages={pages}
        none={
          <Nothing title={t(q || kind ? 'materials.noneFound' : 'materials.none')}>{t('materials.noneText')}</Nothing>
        }
      >
        {(material) => (
          <li key={material.id}>
            <button type="button" className="row" onClick={() => choose(material)}>
              <span className="cover" aria-hidden="true">
                {material.cover ? <img src={material.cover} alt="" loading="lazy" /> : <Icon name="materials" />}
              </span>
              <span className="row-text">
                <b className="cut two">{material.title}</b>
                <span className="quiet small row-head">
                  {t(`materials.kind.${material.kind}`)}
                  {material.priced && <span className="pill pill-clay">{t('alerts.priced')}</span>}
                  <span>{t('materials.opens', { count: material.opens })}</span>
                </span>
              </span>
              {end ?? <Icon name="next" size={18} />}
            </button>
          </li>
        )}
      </Rows>
    </>
  );
}
