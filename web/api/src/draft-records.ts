/** What the operations of {@link ./draft.ts} take and give. */
interface Named {
  id: string;
  name: string;
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
