package io.tilth.kernel.catalog;

import io.tilth.kernel.TenantCatalog;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class CatalogService implements TenantCatalog {

    private final CatalogRepository catalog;

    CatalogService(CatalogRepository catalog) {
        this.catalog = catalog;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Table> exported() {
        return catalog.tables().stream()
                .filter(CatalogTable::isExported)
                .map(CatalogTable::table)
                .toList();
    }

    @Override
    @Transactional(readOnly = true)
    public long write(Table table, OutputStream lines) {
        return catalog.write(table, lines);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Long> count() {
        var rows = new LinkedHashMap<String, Long>();
        catalog.tables().forEach(table -> rows.put(table.table().fullName(), catalog.count(table.table())));
        return rows;
    }

    @Override
    public void erase() {
        catalog.tables().reversed().stream()
                .filter(CatalogTable::erasable)
                .forEach(table -> catalog.erase(table.table()));
    }
}
