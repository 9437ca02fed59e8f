import { secured } from '@tilth/ui/picture';
import { useState } from 'react';

/** A picture, or while there is none the first letter of the name. */
export function Face({ name, picture, small = false }: { name: string; picture?: string | null; small?: boolean }) {
  const [gone, setGone] = useState<string | null>(null);
  return (
    <span className={small ? 'face face-small' : 'face'} aria-hidden="true">
      {picture && picture !== gone ? (
        <img
          src={secured(picture)}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setGone(picture)}
        />
      ) : (
        [...name][0]
      )}
    </span>
  );
}
