import { useQuery } from '@tanstack/react-query';
import { api, ask, type OpenedMaterial, problemOf } from '@tilth/api';
import { Moment, problemText, Tag } from '@tilth/ui';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Draft, draftOf } from './draft';

interface Props {
  material: OpenedMaterial;
  closed: boolean;
  onTakeUp: (draft: Partial<Draft>) => void;
}

/** What customers have read so far; any of it can be taken up again. */
export function Versions({ material, closed, onTakeUp }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const query = useQuery({
    queryKey: ['material', 'versions', material.id],
    queryFn: () => ask(api.GET('/api/v1/materials/{id}/versions', { params: { path: { id: material.id } } })),
  });
  if (!query.data || query.data.length === 0) {
    return null;
  }
  const takeUp = async (number: number) => {
    try {
      const past = await ask(
        api.GET('/api/v1/materials/{id}/versions/{number}', { params: { path: { id: material.id, number } } }),
      );
      const { folder: _, ...draft } = draftOf({ ...material, ...past });
      onTakeUp(draft);
      void message.success(t('materials.takenUp', { number }));
    } catch (error) {
      void message.error(problemText(problemOf(error), t));
    }
  };
  return (
    <section className="material-box" aria-label={t('materials.versions')}>
      <h2>{t('materials.versions')}</h2>
      <ul className="rows rows-plain">
        {query.data.map((one) => (
          <li key={one.number}>
            <div>
              <p className="small">
                {t('materials.version', { number: one.number })}{' '}
                {one.live ? <Tag tone="leaf">{t('materials.liveVersion')}</Tag> : null}
              </p>
              <p className="quiet small">
                {one.savedBy} {one.publishedAt ? <Moment at={one.publishedAt} /> : null}
              </p>
            </div>
            {closed ? null : (
              <Button size="small" onClick={() => void takeUp(one.number)}>
                {t('materials.takeUp')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
