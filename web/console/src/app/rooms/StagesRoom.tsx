import { StagesPage } from '../../features/customers/StagesPage';
import { CustomerTabs } from './CustomerTabs';

export function StagesRoom() {
  return <StagesPage tabs={<CustomerTabs />} />;
}
