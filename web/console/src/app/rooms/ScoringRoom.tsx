import { ScoringPage } from '../../features/customers/ScoringPage';
import { CustomerTabs } from './CustomerTabs';

export function ScoringRoom() {
  return <ScoringPage tabs={<CustomerTabs />} />;
}
