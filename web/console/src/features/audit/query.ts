import { endOfDay, startOfDay } from '@tilth/ui';

export interface AuditFilter {
  from: string;
  to: string;
  action: string;
  actor: string;
}

/** Days in the tenant's zone become the moments the server compares. */
export function auditQuery(filter: AuditFilter, zone: string): Record<string, string> {
  return {
    ...(filter.from ? { from: startOfDay(filter.from, zone) } : {}),
    ...(filter.to ? { to: endOfDay(filter.to, zone) } : {}),
    ...(filter.action ? { action: filter.action } : {}),
    ...(filter.actor ? { actor: filter.actor } : {}),
  };
}
