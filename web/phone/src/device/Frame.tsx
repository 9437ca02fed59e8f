import { useCallback, useEffect, useRef } from 'react';
import { opening, type Way } from './Browser';

interface Props {
  url: string;
  who: string;
  way: Way;
  title: string;
  /** A picture in the page was pressed and held. */
  onPress?: ((picture: string) => void) | undefined;
  /** The page is no page but a link that this phone opens by itself. */
  onScan?: ((text: string) => void) | undefined;
}

/** A page in a phone. Both phones lie in one browser, so whichever is seen or touched last is the one that acts. */
export function Frame({ url, who, way, title, onPress, onScan }: Props) {
  const frame = useRef<HTMLIFrameElement>(null);
  const heard = useRef({ onPress, onScan });
  heard.current = { onPress, onScan };
  useEffect(() => {
    const listen = ({ data, source }: MessageEvent) => {
      if (source === frame.current?.contentWindow && data?.sandbox === 'press') {
        heard.current.onPress?.(String(data.picture));
      } else if (source === frame.current?.contentWindow && data?.sandbox === 'scan') {
        heard.current.onScan?.(String(data.text));
      }
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, []);
  const touch = useCallback(() => {
    void fetch(`/sandbox/touch?${new URLSearchParams({ as: way, who })}`, { method: 'POST' }).catch(() => {});
  }, [way, who]);
  useEffect(() => {
    const left = () => document.activeElement === frame.current && touch();
    window.addEventListener('blur', left);
    return () => window.removeEventListener('blur', left);
  }, [touch]);
  useEffect(() => {
    // On a narrow screen one phone hides the other, and a finger in a frame is felt by the frame alone.
    const shown = new IntersectionObserver((entries) => entries.some((entry) => entry.isIntersecting) && touch());
    if (frame.current) {
      shown.observe(frame.current);
    }
    return () => shown.disconnect();
  }, [touch]);
  return (
    <iframe
      ref={frame}
      className="web"
      name={who.includes(':') ? `sandbox member:${who}` : 'sandbox'}
      src={opening(url, who, way)}
      title={title}
      onPointerEnter={touch}
    />
  );
}
