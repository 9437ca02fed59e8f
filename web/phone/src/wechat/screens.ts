import type { Message } from '../app/api';
import type { Way } from '../device/Browser';
import type { Stack } from '../device/stack';

export type Tab = 'chats' | 'contacts' | 'discover' | 'me';

export type WeChatScreen =
  | { at: 'home'; tab: Tab }
  | { at: 'chat'; id: string }
  | { at: 'details'; id: string }
  | { at: 'scan' }
  | { at: 'found'; text: string }
  | { at: 'go' }
  | { at: 'web'; url: string; way: Way; from: Message | null }
  | { at: 'forward'; message: Message }
  | { at: 'friends' }
  | { at: 'requests' }
  | { at: 'moments' };

export interface Own {
  /** The path of this person's phone under the phone routes. */
  root: string;
  id: string;
  stack: Stack<WeChatScreen>;
}
