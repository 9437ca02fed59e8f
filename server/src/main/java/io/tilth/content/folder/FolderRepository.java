package io.tilth.content.folder;

import io.tilth.content.FolderId;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class FolderRepository {

    private final TenantJdbc jdbc;

    FolderRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    List<Folder> all() {
        return jdbc.sql("""
                select id, name, version
                from content.folder
                where tenant_id = :tenant
                order by id
                """).query(FolderRepository::folder).list();
    }

    Optional<Folder> find(FolderId id) {
        return jdbc.sql("""
                select id, name, version
                from content.folder
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id.value())
                .query(FolderRepository::folder)
                .optional();
    }

    Optional<Folder> named(String name) {
        return jdbc.sql("""
                select id, name, version
                from content.folder
                where tenant_id = :tenant and name = :name
                """).param("name", name).query(FolderRepository::folder).optional();
    }

    /** False when there is one of that name. */
    boolean insert(Folder folder) {
        return jdbc.sql("""
                insert into content.folder (tenant_id, id, name)
                values (:tenant, :id, :name)
                on conflict do nothing
                """)
                        .param("id", folder.id().value())
                        .param("name", folder.name())
                        .update()
                == 1;
    }

    /** False when somebody else changed it meanwhile. */
    boolean rename(FolderId id, String name, int version) {
        return jdbc.sql("""
                update content.folder
                set name = :name, version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """)
                        .param("id", id.value())
                        .param("name", name)
                        .param("version", version)
                        .update()
                == 1;
    }

    void delete(FolderId id) {
        jdbc.sql("""
                delete from content.folder
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    private static Folder folder(ResultSet row, int index) throws SQLException {
        return new Folder(new FolderId(row.getObject("id", UUID.class)), row.getString("name"), row.getInt("version"));
    }
}
