package io.tilth.access.view;

import io.tilth.access.AccountId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class SavedViewRepository {

    private final TenantJdbc jdbc;

    SavedViewRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Own ones and shared ones. */
    List<SavedView> seenBy(UUID account, String page) {
        return jdbc.sql("""
                select id, account_id, page, name, query, shared
                from access.saved_view
                where tenant_id = :tenant and page = :page and (account_id = :account or shared)
                order by id
                """)
                .param("page", page)
                .param("account", account)
                .query(SavedViewRepository::view)
                .list();
    }

    Optional<SavedView> find(UUID id) {
        return jdbc.sql("""
                select id, account_id, page, name, query, shared
                from access.saved_view
                where tenant_id = :tenant and id = :id
                """).param("id", id).query(SavedViewRepository::view).optional();
    }

    int count(UUID account) {
        return jdbc.sql("""
                select count(*)
                from access.saved_view
                where tenant_id = :tenant and account_id = :account
                """).param("account", account).query(Integer.class).single();
    }

    void insert(SavedView view) {
        jdbc.sql("""
                insert into access.saved_view (tenant_id, id, account_id, page, name, query, shared)
                values (:tenant, :id, :account, :page, :name, :query, :shared)
                """)
                .param("id", view.id())
                .param("account", view.account())
                .param("page", view.page())
                .param("name", view.name())
                .param("query", view.query())
                .param("shared", view.shared())
                .update();
    }

    void delete(UUID id) {
        jdbc.sql("""
                delete from access.saved_view
                where tenant_id = :tenant and id = :id
                """).param("id", id).update();
    }

    void deletePrivate(AccountId account) {
        jdbc.sql("""
                delete from access.saved_view
                where tenant_id = :tenant and account_id = :account and not shared
                """).param("account", account.value()).update();
    }

    private static SavedView view(ResultSet row, int index) throws SQLException {
        return new SavedView(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("page"),
                row.getString("name"),
                row.getString("query"),
                row.getBoolean("shared"));
    }
}
