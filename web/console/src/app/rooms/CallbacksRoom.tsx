import { CallbacksPage } from '../../features/callbacks/CallbacksPage';
import { WecomTabs } from './WecomTabs';

export function CallbacksRoom() {
  return <CallbacksPage tabs={<WecomTabs />} />;
}
