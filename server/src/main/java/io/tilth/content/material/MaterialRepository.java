package io.tilth.content.material;

import static java.time.ZoneOffset.UTC;

import io.tilth.content.FileId;
import io.tilth.content.FolderId;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Kind;
import io.tilth.content.Materials.State;
import io.tilth.content.Wording.Finding;
import io.tilth.content.material.Material.Trail;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class MaterialRepository {

    private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

    private static final String SELECT = """
            select m.id, m.kind, m.folder_id, m.state, m.draft, m.published, m.publish_when_ready, m.findings, m.reason,
                m.created_by, m.created_at, m.updated_at, m.published_at, m.version
            from content.material m
            where m.tenant_id = :tenant
            """;

    private static final String NAMED = """
            and exists (
                select 1
                from content.material_version v
                where v.tenant_id = :tenant and v.material_id = m.id and v.number in (m.draft, m.published)
                    and (strpos(lower(v.title), lower(:q)) > 0 or strpos(lower(v.description), lower(:q)) > 0))
            """;

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    MaterialRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(Material material) {
        write("""
                insert into content.material (tenant_id, id, kind, folder_id, state, draft, published,
                    publish_when_ready, findings, reason, created_by, created_at, updated_at, published_at)
                values (:tenant, :id, :kind, :folder, :state, :draft, cast(:published as int), :later,
                    cast(:findings as jsonb), :reason, :createdBy, :createdAt, :updatedAt,
                    cast(:publishedAt as timestamptz))
                """, material)
                .param("kind", material.kind().name())
                .param("createdBy", material.trail().createdBy())
                .param("createdAt", material.trail().createdAt().atOffset(UTC))
                .update();
    }

    /** False when somebody else changed it meanwhile. */
    boolean update(Material material) {
        return write("""
                update content.material
                set folder_id = :folder, state = :state, draft = :draft, published = cast(:published as int),
                    publish_when_ready = :later, findings = cast(:findings as jsonb), reason = :reason,
                    updated_at = :updatedAt, published_at = cast(:publishedAt as timestamptz), version = version + 1
                where tenant_id = :tenant and id = :id and version = :version
                """, material).param("version", material.version()).update() == 1;
    }

    List<MaterialId> published(int most) {
        return jdbc.sql("""
                select m.id
                from content.material m
                where m.tenant_id = :tenant and m.published is not null
                order by m.id
                limit :most
                """)
                .param("most", most)
                .query((row, index) -> new MaterialId(row.getObject("id", UUID.class)))
                .list();
    }

    private StatementSpec write(String statement, Material material) {
        return jdbc.sql(statement)
                .param("id", material.id().value())
                .param("folder", material.folder().map(FolderId::value).orElse(null))
                .param("state", material.state().name())
                .param("draft", material.draft())
                .param("published", material.published().orElse(null))
                .param("later", material.publishWhenReady())
                .param("findings", json.writeValueAsString(material.findings()))
                .param("reason", material.reason().orElse(null))
                .param("updatedAt", material.trail().updatedAt().atOffset(UTC))
                .param(
                        "publishedAt",
                        material.trail()
                                .publishedAt()
                                .map(at -> at.atOffset(UTC))
                                .orElse(null));
    }

    void delete(MaterialId id) {
        jdbc.sql("""
                delete from content.material
                where tenant_id = :tenant and id = :id
                """).param("id", id.value()).update();
    }

    Optional<Material> find(MaterialId id) {
        return jdbc.sql(SELECT + "and m.id = :id")
                .param("id", id.value())
                .query(this::material)
                .optional();
    }

    List<Material> findAll(Collection<MaterialId> ids) {
        return jdbc.sql(SELECT + "and m.id = any (cast(:ids as uuid[]))")
                .param("ids", Columns.of(ids, MaterialId::value))
                .query(this::material)
                .list();
    }

    /** Drafts of this document that wait to be published, or for their cover. */
    List<Material> ofDocument(FileId file) {
        return jdbc.sql(SELECT + """
                and exists (
                    select 1
                    from content.material_version v
                    where v.tenant_id = :tenant and v.material_id = m.id and v.number = m.draft
                        and v.content ->> 'file' = :file)
                """)
                .param("file", file.value().toString())
                .query(this::material)
                .list();
    }

    /** The newest first. */
    List<Material> search(MaterialFilter filter, Optional<UUID> before, int rows) {
        var q = filter.words();
        var order = "order by m.id desc limit :rows";
        var narrowed = """
                and (cast(:before as uuid) is null or m.id < cast(:before as uuid))
                and (cast(:kind as text) is null or m.kind = :kind)
                and (cast(:folder as uuid) is null or m.folder_id = cast(:folder as uuid))
                and (cast(:state as text) is null or m.state = :state or (:state = 'PUBLISHED' and m.published > 0))
                """;
        return jdbc.sql(SELECT + narrowed + (q.isEmpty() ? "" : NAMED) + order)
                .param("before", before.orElse(null))
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param(
                        "folder",
                        filter.folder() == null ? null : filter.folder().value())
                .param("state", filter.state() == null ? null : filter.state().name())
                .param("q", q)
                .param("rows", rows)
                .query(this::material)
                .list();
    }

    private Material material(ResultSet row, int index) throws SQLException {
        return new Material(
                new MaterialId(row.getObject("id", UUID.class)),
                Kind.valueOf(row.getString("kind")),
                Optional.ofNullable(row.getObject("folder_id", UUID.class)).map(FolderId::new),
                State.valueOf(row.getString("state")),
                row.getInt("draft"),
                Optional.ofNullable(row.getObject("published", Integer.class)),
                row.getBoolean("publish_when_ready"),
                json.readValue(row.getString("findings"), FINDINGS),
                Optional.ofNullable(row.getString("reason")),
                new Trail(
                        row.getString("created_by"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("published_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)),
                row.getInt("version"));
    }
}
