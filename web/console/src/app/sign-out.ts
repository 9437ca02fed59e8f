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

let farewell: string | undefined;

/** A stream said why it ended; whoever leaves next takes the reason along. */
export function rememberFarewell(reason: string | undefined) {
  farewell = reason;
}

/** Not forgotten by asking: several requests may meet the closed door before the page has left. */
export function lastFarewell(): string | undefined {
  return farewell;
}
