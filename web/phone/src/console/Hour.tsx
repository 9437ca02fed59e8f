import { useText } from '../app/text';

/** The hour to the second, as logs want it. */
export function Hour({ at }: { at: string }) {
  const { language } = useText();
  return (
    <time dateTime={at} title={new Date(at).toLocaleString(language)}>
      {new Date(at).toLocaleTimeString(language, { hour12: false })}
    </time>
  );
}
