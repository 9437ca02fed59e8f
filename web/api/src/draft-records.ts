/** What the operations of {@link ./draft.ts} take and give. */
interface Named {
  id: string;
  name: string;
}

export interface WecomSetting {
  where: 'OWN_SERVER' | 'HOSTED';
  offers: ('SELF_BUILT' | 'PROVIDER')[];
  addresses: string[];
  publicUrl: string;
}

export interface WecomCompany extends Named {
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

export interface NewWecomCompany {
  kind: WecomCompany['kind'];
  name: string;
  corpId: string;
  agentId: number;
  secret: string;
  domain: string | null;
}

export interface ChangedWecomCompany {
  name: string;
  agentId: number;
  secret: string | null;
  domain: string | null;
  version: number;
}

export interface CallbackCredentials {
  url: string;
  token: string;
  aesKey: string;
}

export interface ConnectStep {
  key:
    | 'CREDENTIALS'
    | 'TRUSTED_ADDRESS'
    | 'SCOPE'
    | 'CUSTOMER_CALLS'
    | 'CALLBACK'
    | 'DOMAIN_FILE'
    | 'OAUTH_DOMAIN'
    | 'JSSDK_DOMAIN'
    | 'DEVELOPER_BINDING'
    | 'SIDEBAR';
  state: 'TODO' | 'OK' | 'FAILED' | 'DECLARED';
  checkedAt: string | null;
  problem: { code: string; sentence: string; facts: Record<string, unknown> } | null;
  where: string;
  helpUrl: string | null;
}

export interface WecomLinks {
  home: string;
  sidebar: string;
  signIn: string;
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

export type CallbackState = 'FAILED' | 'WAITING' | 'DONE';

export interface WecomCallback {
  id: string;
  company: Named;
  event: string;
  change: string;
  at: string;
  receivedAt: string;
  state: CallbackState;
  attempts: number;
  reason: string | null;
  subject: string | null;
  /** False when it was done without anybody wanting it. */
  heard: boolean;
}

export interface Department extends Named {
  companyId: string;
  parentId: string | null;
  members: number;
  shop: Named | null;
}

export interface Member extends Named {
  companyId: string;
  userId: string;
  position: string;
  displayName: string | null;
  phone: string | null;
  version: number;
  departments: (Named & { leads: boolean })[];
  status: 'UNKNOWN' | 'ACTIVE' | 'DISABLED' | 'NOT_ACTIVATED' | 'LEFT';
  customers: number;
  account: boolean;
  frozen: boolean;
  leftAt: string | null;
}

export interface Shop extends Named {
  code: string;
  city: string;
  address: string;
  department: Named | null;
  manager: Named | null;
  members: number;
  version: number;
}

export interface NewShop {
  code: string;
  name: string;
  city: string;
  address: string;
  departmentId: string | null;
  managerId: string | null;
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

export interface Inheritance {
  id: string;
  kind: 'ON_JOB' | 'RESIGNED';
  from: Named;
  to: Named;
  state: 'STARTING' | 'WAITING' | 'DONE';
  createdAt: string;
  effectiveAt: string | null;
  customers: { total: number; done: number; waiting: number; refused: number; atLimit: number; failed: number };
  groups: { total: number; done: number; failed: number };
}

export interface NewInheritance {
  kind: Inheritance['kind'];
  from: string;
  to: string;
  customers: string[] | null;
  groups: boolean;
  message: string | null;
}

export interface InheritanceItem {
  id: string;
  customer: Named | null;
  group: Named | null;
  state: 'QUEUED' | 'WAITING' | 'DONE' | 'REFUSED' | 'AT_LIMIT' | 'FAILED';
  reason: string | null;
  at: string;
}

export interface Unassigned {
  member: Named & { leftAt: string | null };
  customers: number;
  groups: number;
}

export interface GroupChat extends Named {
  owner: Named | null;
  customers: number;
  members: number;
  createdAt: string;
  state: 'ACTIVE' | 'OWNER_LEFT' | 'DISMISSED';
}

export interface Seat {
  name: string | null;
  external: boolean;
  joinedAt: string;
  joinScene: number;
  customerId: string | null;
  memberId: string | null;
  leftAt: string | null;
}

export interface RoleRule {
  id: string;
  priority: number;
  when: { department: Named | null; leads: boolean | null; positionHas: string | null };
  role: Named;
}

export interface NewRoleRule {
  departmentId: string | null;
  leads: boolean | null;
  positionHas: string | null;
  roleId: string;
}
