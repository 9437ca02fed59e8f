import type { paths } from './schema';

/** What the server answers, read from its own document: a renamed record there breaks here at compile time. */
type Operation<P extends keyof paths, M extends string> = M extends keyof paths[P] ? paths[P][M] : never;
type Content<R> = R extends { content: infer C } ? C[keyof C] : never;
type Answer<P extends keyof paths, M extends string> =
  Operation<P, M> extends { responses: infer R } ? Content<R[keyof R & (200 | 201 | 202)]> : never;

/** Every field present: the server leaves none out, it says null. */
export type Solid<T> = T extends (infer U)[] ? Solid<U>[] : T extends object ? { [K in keyof T]-?: Solid<T[K]> } : T;

type Got<P extends keyof paths, M extends string = 'get'> = Solid<Answer<P, M>>;
type Item<T> = T extends { items: (infer U)[] } ? U : T extends (infer U)[] ? U : never;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Session = Got<'/api/v1/session'>;
export type SignedIn = Got<'/api/v1/session', 'post'>;
export type Place = Item<Got<'/api/v1/me/places'>>;
export type Me = Got<'/api/v1/me'>;
export type MySession = Item<Got<'/api/v1/me/sessions'>>;
export type SignInRecord = Item<Got<'/api/v1/me/sign-ins'>>;
export type TotpSecret = Got<'/api/v1/me/totp', 'post'>;
export type OneTimeLink = Got<'/api/v1/links/look', 'post'>;
export type Account = Item<Got<'/api/v1/accounts'>>;
export type Invitation = Item<Got<'/api/v1/invitations'>>;
export type Role = Item<Got<'/api/v1/roles'>>;
export type Right = Item<Got<'/api/v1/rights'>>;
export type DataScope = Role['scope'];
export type ApiKey = Item<Got<'/api/v1/api-keys'>>;
export type ApiKeyOnce = Got<'/api/v1/api-keys', 'post'>;
export type AuditEntry = Item<Got<'/api/v1/audit'>>;
export type View = Item<Got<'/api/v1/views'>>;
export type Company = Got<'/api/v1/company'>;
export type Export = Item<Got<'/api/v1/exports'>>;
export type SupportRequest = Item<Got<'/api/v1/support-requests'>>;
export type Tenant = Item<Got<'/api/v1/operator/tenants'>>;
export type TenantPlan = Tenant['plan'];
export type Trade = Tenant['trade'];
export type WecomSetting = Got<'/api/v1/wecom/setting'>;
export type WecomCompany = Item<Got<'/api/v1/wecom/companies'>>;
export type CallbackCredentials = Got<'/api/v1/wecom/companies/{id}/callback-credentials', 'post'>;
export type ConnectStep = Item<Got<'/api/v1/wecom/companies/{id}/steps'>>;
export type WecomLinks = Got<'/api/v1/wecom/companies/{id}/links'>;
export type WecomHealth = Got<'/api/v1/wecom/companies/{id}/health'>;
export type Sync = Item<Got<'/api/v1/wecom/companies/{id}/syncs'>>;
export type WecomOverview = Got<'/api/v1/operator/wecom'>;
export type WecomOverviewRow = Item<WecomOverview>;
export type WecomCallback = Item<Got<'/api/v1/wecom/callbacks'>>;
export type WecomCallbackDetail = Got<'/api/v1/wecom/callbacks/{id}'>;
export type Department = Item<Got<'/api/v1/departments'>>;
export type Member = Item<Got<'/api/v1/members'>>;
export type Shop = Item<Got<'/api/v1/shops'>>;
export type LeftContact = Item<Got<'/api/v1/left-contacts'>>;
export type Complaint = Item<Got<'/api/v1/complaints'>>;
export type LinkQuota = Item<Got<'/api/v1/link-quotas'>>;
export type DefaultWelcome = Got<'/api/v1/default-welcome'>;
export type ChannelCode = Item<Got<'/api/v1/channel-codes'>>;
export type CodePlan = Item<Got<'/api/v1/code-plans'>>;
export type CodePlanTemplate = CodePlan['template'];
export type CodePlanRun = Item<Got<'/api/v1/code-plans/{id}/runs'>>;
export type CodePlanPreview = Got<'/api/v1/code-plans/{id}/preview'>;
export type PreviewedShop = Item<CodePlanPreview['examples']>;
export type ShopOfPlan = Item<Got<'/api/v1/code-plans/{id}/shops'>>;
export type PrintPack = Item<Got<'/api/v1/print-packs'>>;
export type CodeFigures = Got<'/api/v1/channel-codes/{id}/figures'>;
export type Channel = Item<Got<'/api/v1/channels'>>;
export type Welcome = Item<Got<'/api/v1/welcomes'>>;
export type ReachSettings = Got<'/api/v1/reach-settings'>;
export type Alert = Got<'/api/v1/alerts/{id}'>;
export type AlertSetting = Got<'/api/v1/alert-settings'>;
export type Duty = Got<'/api/v1/members/{id}/duty'>;
export type Customer = Item<Got<'/api/v1/customers'>>;
export type CustomerQuery = NonNullable<paths['/api/v1/customers']['get']['parameters']['query']>;
export type TimelineEntry = Item<Got<'/api/v1/customers/{id}/timeline'>>;
export type CustomerReadings = NonNullable<Got<'/api/v1/customers/{id}'>['readings']>;
export type CustomerScore = Got<'/api/v1/customers/{id}/score'>;
export type ScoreRules = Got<'/api/v1/score-settings'>;
export type Journey = Got<'/api/v1/stages'>;
export type TagGroup = Item<Got<'/api/v1/tag-groups'>>;
export type Inheritance = Item<Got<'/api/v1/inheritances'>>;
export type InheritanceItem = Item<Got<'/api/v1/inheritances/{id}/items'>>;
export type Unassigned = Item<Got<'/api/v1/inheritances/unassigned'>>;
export type GroupChat = Item<Got<'/api/v1/group-chats'>>;
export type GroupChatDetail = Got<'/api/v1/group-chats/{id}'>;
export type RoleRule = Item<Got<'/api/v1/role-rules'>>;
export type Material = Item<Got<'/api/v1/materials'>>;
export type MaterialKind = Material['kind'];
export type MaterialState = Material['state'];
export type OpenedMaterial = Got<'/api/v1/materials/{id}'>;
export type MaterialPicture = OpenedMaterial['pictures'][number];
export type MaterialFile = Got<'/api/v1/material-files', 'post'>;
export type MaterialFolder = Item<Got<'/api/v1/material-folders'>>;
export type MaterialReview = Got<'/api/v1/material-review'>;
export type GrowthOverview = Got<'/api/v1/overview'>;
export type FunnelOverview = Got<'/api/v1/overview/funnel'>;
export type ListedFigure = Item<Got<'/api/v1/overview/rows'>>;
export type Share = Item<Got<'/api/v1/shares'>>;
export type Visit = Item<Got<'/api/v1/shares/{id}/visits'>>;
export type ChainLink = Item<Got<'/api/v1/shares/{id}/chain'>>;
export type AnonymousVisitor = Item<Got<'/api/v1/visitors'>>;
