/** The sign-in page, which leads back to where the reader was. */
export function signInAddress(next?: string, why?: string): string {
  const params = new URLSearchParams();
  if (next && next !== '/console' && next !== '/operator') {
    params.set('next', next);
  }
  if (why) {
    params.set('why', why);
  }
  const query = params.toString();
  return query ? `/sign-in?${query}` : '/sign-in';
}
