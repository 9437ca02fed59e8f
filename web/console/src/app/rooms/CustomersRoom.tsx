import { CustomersPage } from '../../features/customers/CustomersPage';
import { CustomerTabs } from './CustomerTabs';

export function CustomersRoom() {
  return <CustomersPage tabs={<CustomerTabs />} />;
}
