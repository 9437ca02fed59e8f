import type { WecomOverviewRow } from '@tilth/api';
import { before, id } from './data.ts';

/** The connections of all companies, as the operator sees them. */
export function overview(tenants: { id: number; name: string }[], filter: string | null) {
  const items: WecomOverviewRow[] = tenants.slice(0, 30).map((tenant, index) => ({
    tenant: { id: tenant.id, name: tenant.name },
    company: { id: id(3000 + index), name: tenant.name },
    state: 'CONNECTED',
    lastCallbackAt: before(index === 4 ? 1.6 : 0, index * 0.02),
    lagMs: index === 7 ? 96_000 : 120 + index * 9,
    waiting: index === 7 ? 412 : index % 3,
    failed: index === 4 ? 38 : 0,
    token: index === 4 ? 'FAILING' : 'OK',
    quotaUsedPercent: index === 12 ? 91 : (index * 7) % 60,
    driftAt: before(0, 15),
    driftCount: index % 6 === 1 ? index : 0,
    licencesExpireAt: index % 8 === 3 ? before(-12) : null,
  }));
  const trouble = items.filter((row) => row.token !== 'OK' || row.failed > 0 || row.waiting > 100);
  const suite = { ticketAt: before(0, 0.2), late: false };
  return { suite, items: filter === 'TROUBLE' ? trouble : items, next: null };
}
