package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.GlobalJdbc;
import io.tilth.kernel.TenantJdbc;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.alert.Alert.Push;
import io.tilth.tracking.alert.Alert.Reading;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Alerts as they happen; what people look up is {@link AlertListRepository}'s. */
@Repository
class AlertRepository {

    static final String COLUMNS = """
            a.id, a.customer_id, a.member_id, a.level, a.cause, a.certainty, a.visit_id, a.share_id, a.material_id,
            a.priced, a.deed, a.seconds, a.percent, a.page, a.quiet_days, a.forward_readers, a.opened_at, a.moved_at,
            a.state, a.contacted_at, a.step, a.due_at, a.pushed_at, a.counts, a.digest_at
            """;

    private final TenantJdbc jdbc;
    private final GlobalJdbc locks;

    AlertRepository(TenantJdbc jdbc, GlobalJdbc locks) {
        this.jdbc = jdbc;
        this.locks = locks;
    }

    /** News about one customer come one after another, on whichever node. */
    void hold(CustomerId customer) {
        locks.sql("select pg_advisory_xact_lock(:number)")
                .param("number", customer.value().getLeastSignificantBits())
                .query((row, index) -> true)
                .single();
    }

    Optional<Alert> newest(CustomerId customer) {
        return jdbc.sql("select " + COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.customer_id = :customer
                order by a.id desc
                limit 1
                """)
                .param("customer", customer.value())
                .query(AlertRepository::alert)
                .optional();
    }

    void insert(Alert alert) {
        values(jdbc.sql("""
                insert into tracking.alert
                    (tenant_id, id, customer_id, member_id, level, cause, certainty, visit_id, share_id, material_id,
                    priced, deed, seconds, percent, page, quiet_days, forward_readers, opened_at, moved_at, state, step,
                    due_at, pushed_at, counts, digest_at)
                values (:tenant, :id, :customer, :member, :level, :cause, :certainty, :visit, :share, :material,
                    :priced, :deed, :seconds, :percent, :page, :quiet, :readers, :opened, :moved, :state, :step,
                    :due, :pushed, :counts, :digest)
                """), alert)
                .param("customer", alert.customer().value())
                .param("opened", alert.openedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    void update(Alert alert) {
        values(jdbc.sql("""
                update tracking.alert
                set member_id = :member, level = :level, cause = :cause, certainty = :certainty, visit_id = :visit,
                    share_id = :share, material_id = :material, priced = :priced, deed = :deed, seconds = :seconds,
                    percent = :percent, page = :page, quiet_days = :quiet, forward_readers = :readers,
                    moved_at = :moved, state = :state, step = :step, due_at = :due, pushed_at = :pushed,
                    counts = :counts, digest_at = :digest
                where tenant_id = :tenant and id = :id
                """), alert).update();
    }

    /** It goes on to another share; whoever answers it answers for this one as well. */
    void leave(AlertId alert, ShareId share) {
        jdbc.sql("""
                insert into tracking.alert_share (tenant_id, alert_id, share_id)
                values (:tenant, :alert, :share)
                on conflict do nothing
                """)
                .param("alert", alert.value())
                .param("share", share.value())
                .update();
    }

    /** False when somebody has answered it before. */
    boolean contacted(AlertId alert, MemberId by, Answer how, Instant now) {
        return jdbc.sql("""
                update tracking.alert
                set state = 'CONTACTED', contacted_at = :now, contacted_by = :by, contacted_how = :how, due_at = null,
                    digest_at = null
                where tenant_id = :tenant and id = :id and state <> 'CONTACTED'
                """)
                        .param("id", alert.value())
                        .param("by", by.value())
                        .param("how", how.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whom it reached, in which part; who has it already keeps theirs. */
    void hand(AlertId alert, MemberId to, String part, Instant now) {
        jdbc.sql("""
                insert into tracking.alert_holder (tenant_id, alert_id, member_id, part, told_at)
                values (:tenant, :alert, :member, :part, :now)
                on conflict do nothing
                """)
                .param("alert", alert.value())
                .param("member", to.value())
                .param("part", part)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first is whose customer it was. */
    List<MemberId> holders(AlertId alert) {
        return jdbc.sql("""
                select member_id
                from tracking.alert_holder
                where tenant_id = :tenant and alert_id = :alert
                order by part <> 'OWNER', told_at, member_id
                """)
                .param("alert", alert.value())
                .query((row, index) -> new MemberId(row.getObject("member_id", UUID.class)))
                .list();
    }

    int pushesSince(MemberId member, Instant moment) {
        return jdbc.sql("""
                select count(*)
                from tracking.alert
                where tenant_id = :tenant and member_id = :member and counts and pushed_at > :moment
                """)
                .param("member", member.value())
                .param("moment", moment.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    /** To hand over now; other nodes leave them alone meanwhile. */
    List<Alert> dueToHandOver(Instant now) {
        return due("due_at", now);
    }

    List<Alert> dueInDigest(Instant now) {
        return due("digest_at", now);
    }

    private List<Alert> due(String when, Instant now) {
        return jdbc.sql("select " + COLUMNS + """
                from tracking.alert a
                where a.tenant_id = :tenant and a.%s <= :now and a.state in ('OPEN', 'HANDED')
                order by a.id
                limit 500
                for update skip locked
                """.formatted(when))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(AlertRepository::alert)
                .list();
    }

    void digested(Collection<AlertId> alerts) {
        jdbc.sql("""
                update tracking.alert
                set digest_at = null
                where tenant_id = :tenant and id = any (cast(:ids as uuid[]))
                """).param("ids", Columns.of(alerts, AlertId::value)).update();
    }

    int expire(Instant openedBefore) {
        return jdbc.sql("""
                update tracking.alert
                set state = 'EXPIRED', due_at = null, digest_at = null
                where tenant_id = :tenant and state in ('OPEN', 'HANDED') and opened_at < :before
                """)
                .param("before", openedBefore.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StatementSpec values(StatementSpec statement, Alert alert) {
        var reading = alert.reading();
        return statement
                .param("id", alert.id().value())
                .param("member", alert.member().value())
                .param("level", alert.level().name())
                .param("cause", alert.cause().name())
                .param("certainty", alert.certainty().name())
                .param("visit", reading.visit().value())
                .param("share", reading.share().value())
                .param("material", reading.material().value())
                .param("priced", reading.priced())
                .param("deed", reading.deed().name())
                .param("seconds", reading.seconds())
                .param("percent", reading.percent())
                .param("page", reading.page().orElse(null))
                .param("quiet", reading.quietDays().orElse(null))
                .param("readers", reading.forwardReaders())
                .param("moved", alert.movedAt().atOffset(ZoneOffset.UTC))
                .param("state", alert.state().name())
                .param("step", alert.step())
                .param("due", offset(alert.dueAt()))
                .param("pushed", offset(alert.push().at()))
                .param("counts", alert.push().counts())
                .param("digest", offset(alert.push().digestAt()));
    }

    private static @Nullable OffsetDateTime offset(Optional<Instant> moment) {
        return moment.map(at -> at.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    static Alert alert(ResultSet row, int index) throws SQLException {
        return new Alert(
                new AlertId(row.getObject("id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                AlertLevel.valueOf(row.getString("level")),
                AlertCause.valueOf(row.getString("cause")),
                Certainty.valueOf(row.getString("certainty")),
                reading(row),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("moved_at", OffsetDateTime.class).toInstant(),
                AlertState.valueOf(row.getString("state")),
                moment(row, "contacted_at"),
                row.getInt("step"),
                moment(row, "due_at"),
                new Push(moment(row, "pushed_at"), row.getBoolean("counts"), moment(row, "digest_at")));
    }

    private static Reading reading(ResultSet row) throws SQLException {
        return new Reading(
                new VisitId(row.getObject("visit_id", UUID.class)),
                new ShareId(row.getObject("share_id", UUID.class)),
                new MaterialId(row.getObject("material_id", UUID.class)),
                row.getBoolean("priced"),
                Deed.valueOf(row.getString("deed")),
                row.getInt("seconds"),
                row.getInt("percent"),
                Optional.ofNullable(row.getObject("page", Integer.class)),
                Optional.ofNullable(row.getObject("quiet_days", Integer.class)),
                row.getInt("forward_readers"));
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(moment).map(OffsetDateTime::toInstant);
    }
}
