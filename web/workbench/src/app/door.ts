const COMPANY = 'tilth.company';
const TRIED = 'tilth.door';
/** Who was just sent to WeCom and is still not in would be sent for ever. */
const AGAIN = 15_000;

/** The entry that WeCom knows names the company; links in messages may not. */
export function rememberCompany() {
  const named = new URLSearchParams(location.search).get('company');
  if (named) {
    store(() => localStorage.setItem(COMPANY, named));
  }
}

/** Leaves for WeCom, which tells silently who holds the phone, and comes back to the page. */
export function signIn(page: string, leave: (address: string) => void = (address) => location.replace(address)) {
  const last = Number(store(() => sessionStorage.getItem(TRIED)) ?? 0);
  if (Date.now() - last < AGAIN) {
    leave('/w/door?problem=wecom-sign-in-over');
    return;
  }
  store(() => sessionStorage.setItem(TRIED, String(Date.now())));
  leave(signInAddress(page));
}

export function signInAddress(page: string): string {
  const company = store(() => localStorage.getItem(COMPANY));
  const path = company ? `/wecom/sign-in/${encodeURIComponent(company)}` : '/wecom/sign-in';
  return `${path}?${new URLSearchParams({ to: page })}`;
}

export function arrived() {
  store(() => sessionStorage.removeItem(TRIED));
}

function store<T>(use: () => T): T | null {
  try {
    return use();
  } catch {
    return null;
  }
}
