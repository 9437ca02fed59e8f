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
  return <CodeTag state={code.state} />;
}

export function CodeTag({ state }: { state: ChannelCode['state'] }) {
  const { t } = useTranslation();
  return <Tag tone={TONES[state]}>{t(`channelCodes.stateOf.${state}`)}</Tag>;
}
