/** What the operations of {@link ./draft.ts} take and give. */
interface Named {
  id: string;
  name: string;
}

interface WecomCompany extends Named {
  corpId: string;
  kind: 'SELF_BUILT' | 'PROVIDER';
  agentId: number;
  state: 'DRAFT' | 'CONNECTED' | 'CLOSED';
  domain: string | null;
  connectedAt: string | null;
  lastCallbackAt: string | null;
  trouble: boolean;
  version: number;
}

export interface WecomHealth {
  checkedAt: string;
  tokens: {
    name: string;
    state: 'OK' | 'EXPIRED' | 'FAILING';
    expiresAt: string | null;
    refreshedAt: string | null;
    error: string | null;
  }[];
  callbacks: { lastAt: string | null; today: number; waiting: number; failed: number; lagMs: number };
  quota: { api: string; window: 'MINUTE' | 'HOUR' | 'DAY' | 'MONTH'; used: number; limit: number }[];
  drift: { at: string; differences: Record<string, number> } | null;
  licences: { active: number; trial: number; expired: number; none: number } | null;
  errors: { at: string; api: string; code: number; sentence: string; times: number }[];
  hours: { at: string; callbacks: number; calls: number; errors: number }[];
  findings: { level: 'GOOD' | 'WATCH' | 'BAD'; code: string; sentence: string }[];
}

export interface Sync {
  id: string;
  kind: 'FIRST' | 'ASKED' | 'NIGHTLY';
  state: 'RUNNING' | 'DONE' | 'FAILED';
  startedAt: string;
  finishedAt: string | null;
  parts: { name: string; done: number; total: number; state: 'TODO' | 'RUNNING' | 'DONE' }[];
  calls: number;
  waitedMs: number;
  differences: Record<string, number>;
  reason: string | null;
}

export interface WecomOverviewRow {
  tenant: { id: number; name: string };
  company: Named;
  state: WecomCompany['state'];
  lastCallbackAt: string | null;
  lagMs: number;
  waiting: number;
  failed: number;
  token: 'OK' | 'EXPIRED' | 'FAILING';
  quotaUsedPercent: number;
  driftAt: string | null;
  driftCount: number | null;
  licencesExpireAt: string | null;
}

export interface Customer extends Named {
  avatar: string | null;
  type: number;
  corpName: string | null;
  existing: boolean;
  /** Those in the caller's sight. */
  followers: Follower[];
  /** How many more follow them whom the caller does not see. */
  others: number;
  tags: Named[];
  addedAt: string;
  lostAt: string | null;
}

interface Follower {
  id: string;
  member: Named;
  remark: string;
  description: string;
  mobiles: string[];
  corpName: string | null;
  addWay: number;
  channel: string | null;
  half: boolean;
  state: string;
  since: string | null;
  endedAt: string | null;
}

export interface TimelineEntry {
  id: string;
  kind: string;
  at: string;
  member: Named | null;
  detail: Record<string, unknown>;
}

export interface TagGroup extends Named {
  tags: (Named & { customers: number })[];
}
