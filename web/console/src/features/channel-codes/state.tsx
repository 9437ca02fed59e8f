import type { ChannelCode } from '@tilth/api';
import { Tag, type Tone } from '@tilth/ui';
import { useTranslation } from 'react-i18next';

const TONES: Record<ChannelCode['state'], Tone> = {
  PENDING: 'quiet',
  LIVE: 'leaf',
  TROUBLED: 'red',
  OVER: 'clay',
  RETIRED: 'quiet',
};

export function CodeState({ code }: { code: ChannelCode }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[code.state]}>{t(`channelCodes.stateOf.${code.state}`)}</Tag>;
}
