/** The first letter of a name. Pictures lie on WeChat's hosts, from which no page of ours loads anything. */
export function Face({ name, small = false }: { name: string; small?: boolean }) {
  return (
    <span className={small ? 'face face-small' : 'face'} aria-hidden="true">
      {[...name][0]}
    </span>
  );
}
