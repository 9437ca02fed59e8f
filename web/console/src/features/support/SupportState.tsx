import type { SupportRequest } from '@tilth/api';
import { Tag, type Tone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

const TONES: Record<SupportRequest['state'], Tone> = {
  ASKED: 'clay',
  ALLOWED: 'leaf',
  REFUSED: 'quiet',
  ENDED: 'quiet',
};

export function SupportState({ request }: { request: SupportRequest }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[request.state]}>{t(`support.state.${request.state}`)}</Tag>;
}
