import { api, ask, type Page } from '@tilth/api';

/** What is agreed with the server and not in its document yet. Shrinks to nothing. */
export interface Level {
  value: number;
  grade: Grade;
}
export type Grade = 'HIGH' | 'MIDDLE' | 'LOW' | 'ASLEEP';

export interface Suggestion {
  step: string;
  sentence: string;
  materialId: string | null;
}

export interface TodayItem {
  customer: { id: string; name: string; avatar: string | null; remark: string };
  score: number;
  grade: Grade;
  reasons: { code: string; text: string }[];
  at: string;
  suggestion: Suggestion | null;
  alertId: string | null;
}

export interface Today {
  items: TodayItem[];
  done: number;
  left: number;
}

export interface Alert {
  id: string;
  customer: { id: string; name: string; avatar: string | null; score: number; grade: Grade };
  level: 'IMMEDIATE' | 'ORDINARY';
  certainty: 'SELF' | 'LIKELY' | 'VISITOR';
  at: string;
  material: { id: string; title: string; kind: MaterialKind; priced: boolean };
  seconds: number;
  percent: number;
  page: number | null;
  pages: number | null;
  visits: number;
  quietDays: number | null;
  forwardReaders: number;
  deed: string;
  member: { id: string; name: string };
  state: 'OPEN' | 'CONTACTED' | 'HANDED' | 'EXPIRED';
  contactedAt: string | null;
  suggestion: Suggestion | null;
  history: { title: string; at: string; seconds: number }[];
}

export type MaterialKind = 'ARTICLE' | 'DOCUMENT' | 'POSTER' | 'LINK';

export interface Material {
  id: string;
  kind: MaterialKind;
  title: string;
  description: string;
  cover: string | null;
  priced: boolean;
  opens: number;
  shares: number;
}

export interface Notice {
  id: string;
  kind: string;
  title: string;
  text: string;
  link: string;
  at: string;
  seen: boolean;
}

export interface Share {
  id: string;
  url: string;
  card: { link: string; title: string; desc: string; imgUrl: string };
}

export interface Parked {
  id: string;
  sentence: string;
  materialId: string | null;
  alertId: string | null;
}

export interface ScoreLine {
  text: string;
  points: number;
  worth: number;
  at: string;
  kind: string;
}

export interface ShopDay {
  shop: string;
  newFriends: number;
  unhandledAlerts: Alert[];
  untouchedHot: { id: string; name: string; avatar: string | null; score: number; grade: Grade }[];
  guides: { member: { id: string; name: string }; done: number; open: number; resting: boolean }[];
}

export interface NoticeSetting {
  kinds: Record<string, boolean>;
  quietFrom: string;
  quietTo: string;
  ownHours: boolean;
  phoneLeftPasses: boolean;
  version: number;
}

export type Pageful<T> = Page<T>;

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';
type Loose = Record<Method, (path: string, init?: unknown) => never>;

export function later<T>(method: Method, path: string, init?: { query?: object; body?: unknown }): Promise<T> {
  const loose = api as unknown as Loose;
  return ask<T>(loose[method](path, { params: { query: init?.query }, body: init?.body })) as Promise<T>;
}
