import type { Face } from '../app/api';
import { Icon, type IconName } from './icons';

const HAIR = [
  'M9.500 17c0-6 3.500-9 10.500-9s10.500 3 10.500 9c-2-2-3-4-4.500-5-3 2-9 2.500-12 1.500-2 .5-3 1.500-4.500 3.500Z',
  'M9 24c-1.500-9 2-16 11-16s12.500 7 11 16c-1 1-2.500 1-3 0 .5-5 0-8-2-10-3 2.500-8 3-12 2-1.500 2-2 4.500-2 8-.5 1-2 1-3 0Z',
  'M9.500 16c.5-5.500 4-8 10.500-8s10 2.500 10.500 8c-5-3.500-16-3.500-21 0Z',
  'M9 17c-1-7 4-10 11-10 3-3 8-1 7 2.500 3.500 1.500 4.500 4 4 7.500-4-1-6-3-7-5-4 3.500-10 4.500-15 5Z',
  'M10 17c0-5 3-9 10-9s10 4 10 9l-2-3H12ZM8.500 31c-2-4-1.500-10 1-15l3 4-1 11ZM31.500 31c2-4 1.500-10-1-15l-3 4 1 11Z',
];

/** A picture where the world has one, else a small drawn face that stays the same for the same person. */
export function Portrait({ face, size = 44, icon }: { face: Face; size?: number; icon?: IconName | undefined }) {
  if (face.avatar) {
    return <img className="portrait" src={face.avatar} alt="" width={size} height={size} />;
  }
  const seed = hash(face.id);
  const tint = `portrait portrait-${(seed % 8) + 1}`;
  if (icon) {
    return (
      <span className={`${tint} portrait-icon`} style={{ width: size, height: size }}>
        <Icon name={icon} size={Math.round(size * 0.56)} />
      </span>
    );
  }
  return (
    <svg className={tint} width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect className="portrait-ground" width="40" height="40" />
      <path className="portrait-coat" d="M5 42c0-9 6-13 15-13s15 4 15 13Z" />
      <path className={`portrait-skin-${(seed >>> 5) % 3}`} d="M16.500 24h7v6c0 2-7 2-7 0Z" />
      <circle className={`portrait-skin-${(seed >>> 5) % 3}`} cx="20" cy="18.500" r="8.300" />
      <path className={`portrait-hair-${(seed >>> 11) % 3}`} d={HAIR[(seed >>> 8) % HAIR.length]} />
    </svg>
  );
}

export function hash(text: string): number {
  let sum = 2166136261;
  for (let at = 0; at < text.length; at += 1) {
    sum = Math.imul(sum ^ text.charCodeAt(at), 16777619) >>> 0;
  }
  return (sum ^ (sum >>> 13)) >>> 0;
}
