import { useEffect, useRef } from 'react';

/** What a page asked of the client around it, by the script of the platform. */
export interface ScriptCall {
  call: string;
  params: Record<string, unknown>;
}

/** Hears what the pages in the frames within this element ask for. */
export function useScript(heard: (asked: ScriptCall) => void, within: string) {
  const latest = useRef(heard);
  latest.current = heard;
  useEffect(() => {
    const listen = ({ data, source }: MessageEvent) => {
      const frames = [...document.querySelectorAll<HTMLIFrameElement>(`${within} iframe.web`)];
      if (data?.sandbox === 'jssdk' && frames.some((frame) => frame.contentWindow === source)) {
        latest.current({ call: String(data.call), params: data.params ?? {} });
      }
    };
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [within]);
}
