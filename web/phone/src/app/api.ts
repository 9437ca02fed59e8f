/** What the sandbox tells the page, and how the page asks. The Java side is io.tilth.sandbox.phone. */

export interface Face {
  id: string;
  name: string;
  /** The address of a picture; without one the page draws a face. */
  avatar: string | null;
  /** One line under the name: the company, the post, the number of people. */
  note: string;
}

/** PENDING: asked, not yet accepted. HALF: one of the two has the other. GONE: deleted, left or dissolved. */
export type Bond = 'BOTH' | 'PENDING' | 'HALF' | 'GONE';
export type ChatKind = 'MEMBER' | 'CUSTOMER' | 'FRIEND' | 'GROUP' | 'SERVICE' | 'APP';

export interface Row {
  id: string;
  kind: ChatKind;
  face: Face;
  last: string;
  at: string | null;
  unread: number;
  bond: Bond;
}

export interface Linked {
  title: string;
  text: string;
  url: string;
  picture: string | null;
}

export interface Press {
  key: string;
  text: string;
  style: number;
}

export interface Message {
  id: string;
  mine: boolean;
  /** A grey line that nobody wrote. */
  system: boolean;
  author: Face | null;
  at: string;
  kind: 'TEXT' | 'IMAGE' | 'LINK' | 'MINI_PROGRAM' | 'FILE' | 'VIDEO' | 'CARD' | 'MENU';
  text: string;
  link: Linked | null;
  /** A card of an app: what can be pressed, and what has been. */
  presses: Press[];
  pressed: string | null;
}

export interface Chat {
  row: Row;
  messages: Message[];
  /** The people of a group, the asker first. */
  seats: (Face & { external: boolean; owner: boolean; me: boolean })[];
  canWrite: boolean;
}

export interface Request {
  id: string;
  face: Face;
  hello: string;
  at: string;
}

export interface WeChat {
  me: Face;
  unionId: string;
  known: { company: string; externalUserId: string }[];
  chats: Row[];
  requests: Request[];
}

export interface WeCom {
  me: Face;
  company: Face;
  active: boolean;
  customers: number;
  chats: Row[];
  requests: Request[];
  tasks: Task[];
  apps: AppEntry[];
}

export interface AppEntry {
  agentId: string;
  name: string;
  home: string | null;
  sidebar: string | null;
}

/** A mass message or a moment that the company prepared and this member has to confirm. */
export interface Task {
  id: string;
  kind: 'MASS' | 'GROUP_MASS' | 'MOMENT';
  at: string;
  receivers: number;
  parts: Message[];
  state: 'WAITING' | 'DONE' | 'DECLINED' | 'CANCELLED';
}

export interface Moment {
  id: string;
  author: Face;
  at: string;
  text: string;
  pictures: string[];
  link: Linked | null;
  likes: Face[];
  liked: boolean;
}

export interface Code {
  text: string;
  kind: 'CONTACT' | 'GROUP' | 'ACQUISITION' | 'SERVICE' | 'LINK';
  title: string;
  note: string;
}

/** What a scan leads to. */
export interface Found {
  kind: Code['kind'] | 'UNKNOWN';
  text: string;
  face: Face | null;
  /** How the customer stands to whom the code leads. */
  bond: Bond | null;
  needsAccept: boolean;
  url: string | null;
  /** The chat that is open already. */
  chat: string | null;
}

export interface Follow {
  face: Face;
  externalUserId: string;
  nickname: string;
  remark: string;
  description: string;
  company: string;
  mobiles: string[];
  since: string;
  way: string;
  state: string;
  bond: Bond;
  groups: { name: string; tags: { id: string; name: string; chosen: boolean }[] }[];
}

export interface Page<T> {
  items: T[];
  total: number;
}

export const ROOT = '/sandbox/api/phone';

/** The platform or the sandbox said no, with a sentence a person can read. */
export class Refused extends Error {}

export async function get<T>(path: string): Promise<T> {
  return answer<T>(await fetch(ROOT + path, { headers: { accept: 'application/json' } }));
}

export async function post<T = unknown>(path: string, body: unknown = {}): Promise<T> {
  const picture = body instanceof Blob;
  return answer<T>(
    await fetch(ROOT + path, {
      method: 'POST',
      headers: picture ? {} : { 'content-type': 'application/json' },
      body: picture ? body : JSON.stringify(body),
    }),
  );
}

async function answer<T>(response: Response): Promise<T> {
  const text = await response.text();
  const body = text ? JSON.parse(text) : null;
  if (!response.ok) {
    throw new Refused(body?.sentence ?? `HTTP ${response.status}`);
  }
  return body as T;
}
