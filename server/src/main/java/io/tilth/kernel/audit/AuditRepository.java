package io.tilth.kernel.audit;

import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Ids;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.audit.AuditLine.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class AuditRepository {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    AuditRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    void insert(AuditLine line) {
        jdbc.sql("""
                insert into kernel.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action,
                    subject_kind, subject_id, subject_name, detail, address, request_id)
                values (:tenant, :id, :at, :actorKind, :actor, :actorName, :action,
                    :subjectKind, :subject, :subjectName, :detail::jsonb, :address, :request)
                """)
                .param("id", line.id())
                .param("at", line.at().atOffset(ZoneOffset.UTC))
                .param("actorKind", line.actor().kind())
                .param("actor", line.actor().id())
                .param("actorName", line.actor().name())
                .param("action", line.action())
                .param("subjectKind", line.subject().map(Subject::kind).orElse(null))
                .param("subject", line.subject().map(Subject::id).orElse(null))
                .param("subjectName", line.subject().flatMap(Subject::name).orElse(null))
                .param("detail", json.writeValueAsString(line.detail()))
                .param("address", line.address().orElse(null))
                .param("request", line.requestId().orElse(null))
                .update();
    }

    /** The newest lines first, those before the given id. */
    List<AuditLine> newest(AuditFilter filter, @Nullable UUID onlyActor, Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, at, actor_kind, actor_id, actor_name, action, subject_kind, subject_id, subject_name,
                    detail, address, request_id
                from kernel.audit
                where tenant_id = :tenant
                    and id < :before
                    and id >= :from
                    and (cast(:action as text) is null
                        or action = :action or (action >= :actionFrom and action < :actionTo))
                    and (cast(:actor as uuid) is null or actor_id = :actor)
                order by id desc
                limit :rows
                """)
                .param("before", before.orElseGet(() -> end(filter.to())))
                .param("from", Ids.floor(filter.from() == null ? Instant.EPOCH : filter.from()))
                .param("action", filter.action())
                .param("actionFrom", filter.action() + ".")
                .param("actionTo", filter.action() + "/")
                .param("actor", onlyActor == null ? filter.actor() : onlyActor)
                .param("rows", rows)
                .query(this::line)
                .list();
    }

    private static UUID end(@Nullable Instant to) {
        return to == null ? LAST : Ids.floor(to);
    }

    private AuditLine line(ResultSet row, int index) throws SQLException {
        return new AuditLine(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                new Actor(
                        row.getString("actor_kind"),
                        row.getObject("actor_id", UUID.class),
                        row.getString("actor_name")),
                row.getString("action"),
                subject(row),
                json.readValue(row.getString("detail"), new TypeReference<Map<String, Object>>() {}),
                Optional.ofNullable(row.getString("address")),
                Optional.ofNullable(row.getString("request_id")));
    }

    private static Optional<Subject> subject(ResultSet row) throws SQLException {
        var kind = row.getString("subject_kind");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Subject(
                        kind, row.getString("subject_id"), Optional.ofNullable(row.getString("subject_name"))));
    }
}
