import { AlertsPage } from '../../features/alerts/AlertsPage';
import { AlertTabs } from './AlertTabs';

export function AlertsRoom() {
  return <AlertsPage tabs={<AlertTabs />} />;
}
