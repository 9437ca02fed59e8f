import { ExportList } from '../../features/exports/ExportList';
import { TenantMaterials } from '../../features/materials/TenantMaterials';
import { SupportAsk } from '../../features/support/SupportAsk';
import { TenantsPage } from '../../features/tenants/TenantsPage';
import { SavedViews } from '../../features/views/SavedViews';

export function TenantsRoom() {
  return (
    <TenantsPage
      views={(query, onPick) => <SavedViews page="tenants" query={query} onPick={onPick} />}
      exports={(tenant) => <ExportList tenant={tenant} />}
      support={(tenant) => <SupportAsk tenant={tenant} />}
      materials={(tenant) => <TenantMaterials tenant={tenant} />}
    />
  );
}
