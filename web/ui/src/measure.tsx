import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Tone } from './layout';
import { secured } from './picture';

interface MeterProps {
  /** What is measured, for screen readers. */
  label: string;
  value: number;
  of: number;
  tone?: Tone;
}

/** A thin bar of how much of the whole there is; the words beside it say the same. */
export function Meter({ label, value, of, tone = 'leaf' }: MeterProps) {
  const share = of > 0 ? Math.min(1, value / of) : 0;
  return (
    <svg
      className={`meter meter-${tone}`}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={of}
      aria-valuenow={Math.min(value, of)}
    >
      <rect className="meter-ground" width="100" height="4" />
      <rect className="meter-fill" width={share * 100} height="4" />
    </svg>
  );
}

/** A number as the reader groups its digits. */
export function Count({ of }: { of: number }) {
  const { i18n } = useTranslation();
  return <>{counted(of, i18n.language)}</>;
}

export function counted(number: number, language: string): string {
  return new Intl.NumberFormat(language).format(number);
}

/** The first sign of a name in a quiet circle: no face is fetched from elsewhere. */
export function Initial({ name, picture, size = 28 }: { name: string; picture?: string | null; size?: 28 | 44 }) {
  const [gone, setGone] = useState<string | null>(null);
  return (
    <span className={size === 44 ? 'initial initial-large' : 'initial'} aria-hidden="true">
      {picture && picture !== gone ? (
        <img
          src={secured(picture)}
          alt=""
          loading="lazy"
          referrerPolicy="no-referrer"
          onError={() => setGone(picture)}
        />
      ) : (
        ([...name.trim()][0] ?? '·')
      )}
    </span>
  );
}
