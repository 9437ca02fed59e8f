import type { Material } from '@tilth/api';
import { Tag, type Tone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

const TONES: Record<Material['state'], Tone> = {
  DRAFT: 'quiet',
  IN_REVIEW: 'clay',
  PUBLISHED: 'leaf',
  WITHDRAWN: 'quiet',
  TAKEN_DOWN: 'red',
};

/** Whether customers can read it, and what people are doing to it meanwhile. */
export function StateTag({ material }: { material: Pick<Material, 'state' | 'live' | 'changed'> }) {
  const { t } = useTranslation();
  return (
    <span className="tag-row">
      {material.live && material.state !== 'PUBLISHED' ? (
        <Tag tone="leaf">{t('materials.states.PUBLISHED')}</Tag>
      ) : null}
      <Tag tone={TONES[material.state]}>{t(`materials.states.${material.state}`)}</Tag>
      {material.changed && material.state === 'PUBLISHED' ? <Tag>{t('materials.changed')}</Tag> : null}
    </span>
  );
}
