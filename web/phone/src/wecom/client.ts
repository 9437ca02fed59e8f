import { get } from '../app/api';
import { useDeeds } from '../device/deeds';
import { useScript } from '../device/script';
import type { Own } from './screens';

/** What WeCom's client itself does when a page asks: it opens a chat or a profile, or closes the page. */
export function useClient(own: Own) {
  const { tell } = useDeeds();
  const person = async (external: string) =>
    (await get<{ person: string }>(`${own.root}/known/${encodeURIComponent(external)}`)).person;
  useScript(async ({ call, params }) => {
    try {
      if (call === 'openEnterpriseChat') {
        const first = firstOf(params.externalUserIds);
        if (first) {
          own.stack.push({ at: 'chat', id: `c:${await person(first)}` });
        }
      } else if (call === 'openUserProfile' && typeof params.userid === 'string') {
        own.stack.push({ at: 'profile', customer: await person(params.userid) });
      } else if (call === 'closeWindow') {
        own.stack.pop();
      }
    } catch (refused) {
      tell(refused instanceof Error ? refused.message : String(refused));
    }
  }, '.place-member');
}

/** The script takes a list of ids, or one text with semicolons between them. */
function firstOf(ids: unknown): string | undefined {
  const all = Array.isArray(ids) ? ids : String(ids ?? '').split(';');
  return all.map(String).find((id) => id !== '');
}
