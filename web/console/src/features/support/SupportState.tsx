import type { SupportRequest } from '@tilth/api';
import { Tag, type Tone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

const TONES: Record<SupportRequest['state'], Tone> = {
  ASKED: 'clay',
  ALLOWED: 'leaf',
  REFUSED: 'quiet',
  ENDED: 'quiet',
};

/** @param asking whether the reader is the one who asked, and waits */
export function SupportState({ request, asking }: { request: SupportRequest; asking?: boolean }) {
  const { t } = useTranslation();
  if (asking && request.state === 'ASKED') {
    return <Tag>{t('support.waiting')}</Tag>;
  }
  return <Tag tone={TONES[request.state]}>{t(`support.state.${request.state}`)}</Tag>;
}
