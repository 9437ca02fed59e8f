import { useTranslation } from 'react-i18next';

/** WeCom's own words for what can happen, as far as we know them. */
export const EVENTS = [
  'change_external_contact',
  'change_external_chat',
  'change_external_tag',
  'change_contact',
  'customer_acquisition',
  'kf_msg_or_event',
] as const;

/** What happened, in words; WeCom's own beside it, by which its documents are searched. */
export function EventName({ callback }: { callback: { event: string; change: string } }) {
  const { t, i18n } = useTranslation();
  const word = callback.change || callback.event;
  const change = `callbacks.changes.${callback.event}.${callback.change}`;
  const whole = `callbacks.events.${callback.event}`;
  const named = i18n.exists(change) ? t(change) : i18n.exists(whole) && !callback.change ? t(whole) : null;
  return named ? (
    <>
      {named} <span className="mono quiet small">{word}</span>
    </>
  ) : (
    <span className="mono">{word}</span>
  );
}
