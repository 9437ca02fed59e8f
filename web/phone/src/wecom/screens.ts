import type { Stack } from '../device/stack';

export type Tab = 'messages' | 'customers' | 'workbench' | 'me';

export type WeComScreen =
  | { at: 'home'; tab: Tab }
  | { at: 'chat'; id: string }
  | { at: 'group'; id: string }
  | { at: 'profile'; customer: string }
  | { at: 'web'; url: string }
  | { at: 'go' }
  | { at: 'requests' }
  | { at: 'invite' }
  | { at: 'newGroup' }
  | { at: 'tasks' };

export interface Own {
  /** The path of this member's phone under the phone routes. */
  root: string;
  id: string;
  stack: Stack<WeComScreen>;
}
