package io.tilth.content.material;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.FileId;
import io.tilth.content.MaterialId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class VersionRepository {

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    VersionRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** A new one, or the same draft anew. */
    void save(Version version) {
        jdbc.sql("""
                insert into content.material_version (tenant_id, material_id, number, title, description, cover_id,
                    priced, content, saved_by, saved_at)
                values (:tenant, :material, :number, :title, :description, cast(:cover as uuid), :priced,
                    cast(:content as jsonb), :by, :at)
                on conflict (tenant_id, material_id, number) do update
                set title = excluded.title, description = excluded.description, cover_id = excluded.cover_id,
                    priced = excluded.priced, content = excluded.content, saved_by = excluded.saved_by,
                    saved_at = excluded.saved_at
                """)
                .param("material", version.material().value())
                .param("number", version.number())
                .param("title", version.title())
                .param("description", version.description())
                .param("cover", version.cover().map(FileId::value).orElse(null))
                .param("priced", version.priced())
                .param("content", json.writeValueAsString(version.content()))
                .param("by", version.savedBy())
                .param("at", version.savedAt().atOffset(UTC))
                .update();
    }

    void published(MaterialId material, int number, String by, Instant now) {
        jdbc.sql("""
                update content.material_version
                set published_at = :now, published_by = :by
                where tenant_id = :tenant and material_id = :material and number = :number
                """)
                .param("material", material.value())
                .param("number", number)
                .param("by", by)
                .param("now", now.atOffset(UTC))
                .update();
    }

    Optional<Version> find(MaterialId material, int number) {
        return jdbc.sql("""
                select material_id, number, title, description, cover_id, priced, content, saved_by, saved_at, published_at
                from content.material_version
                where tenant_id = :tenant and material_id = :material and number = :number
                """)
                .param("material", material.value())
                .param("number", number)
                .query(this::version)
                .optional();
    }

    /** The last hundred, the newest first. */
    List<Version> of(MaterialId material) {
        return jdbc.sql("""
                select material_id, number, title, description, cover_id, priced, content, saved_by, saved_at, published_at
                from content.material_version
                where tenant_id = :tenant and material_id = :material
                order by number desc
                limit 100
                """)
                .param("material", material.value())
                .query(this::version)
                .list();
    }

    /** Of each material the version that people work on, or the one that customers read. */
    List<Version> current(Collection<MaterialId> materials, boolean read) {
        return jdbc.sql("""
                select v.material_id, v.number, v.title, v.description, v.cover_id, v.priced, v.content, v.saved_by,
                    v.saved_at, v.published_at
                from content.material m
                join content.material_version v on v.tenant_id = m.tenant_id and v.material_id = m.id
                where m.tenant_id = :tenant
                    and m.id = any (cast(:ids as uuid[]))
                    and v.number = case when :read then coalesce(m.published, m.draft) else m.draft end
                """)
                .param("ids", Columns.of(materials, MaterialId::value))
                .param("read", read)
                .query(this::version)
                .list();
    }

    private Version version(ResultSet row, int index) throws SQLException {
        return new Version(
                new MaterialId(row.getObject("material_id", UUID.class)),
                row.getInt("number"),
                row.getString("title"),
                row.getString("description"),
                Optional.ofNullable(row.getObject("cover_id", UUID.class)).map(FileId::new),
                row.getBoolean("priced"),
                json.readValue(row.getString("content"), Content.class),
                row.getString("saved_by"),
                row.getObject("saved_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
