/** A person's picture, or the first letter of their name. */
export function Face({
  name,
  picture,
  small = false,
}: {
  name: string;
  picture?: string | null | undefined;
  small?: boolean;
}) {
  return (
    <span className={small ? 'face face-small' : 'face'} aria-hidden="true">
      {picture ? <img src={picture} alt="" loading="lazy" /> : [...name][0]}
    </span>
  );
}
