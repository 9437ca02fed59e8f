import { CompanyPage } from '../../features/company/CompanyPage';
import { ExportList } from '../../features/exports/ExportList';

export function CompanyRoom() {
  return <CompanyPage exports={<ExportList />} />;
}
