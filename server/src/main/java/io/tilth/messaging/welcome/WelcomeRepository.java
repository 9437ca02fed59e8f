package io.tilth.messaging.welcome;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import io.tilth.messaging.Welcomes.Words;
import io.tilth.messaging.welcome.Welcome.State;
import io.tilth.wecom.CompanyId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class WelcomeRepository {

    private static final UUID LAST = new UUID(-1L, -1L);

    private final TenantJdbc jdbc;
    private final JsonMapper json;

    WelcomeRepository(TenantJdbc jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** False when this add was told before. */
    boolean insert(Welcome one, Optional<String> reason) {
        return jdbc.sql("""
                insert into messaging.welcome (tenant_id, id, company_id, customer_id, follow_id, member_id, added_at,
                    completes, code, words, state, reason, done_at)
                values (:tenant, :id, :company, :customer, :follow, :member, :added, :completes, :code,
                    cast(:words as jsonb), :state, :reason, case when :state = 'QUEUED' then null else now() end)
                on conflict do nothing
                """)
                        .param("id", one.id())
                        .param("company", one.company().value())
                        .param("customer", one.customer().value())
                        .param("follow", one.follow().value())
                        .param("member", one.member().value())
                        .param("added", one.addedAt().atOffset(UTC))
                        .param("completes", one.completes())
                        .param("code", one.code().orElse(null))
                        .param("words", json.writeValueAsString(one.words()))
                        .param("state", one.state().name())
                        .param("reason", reason.orElse(null))
                        .update()
                == 1;
    }

    /** Held until the transaction ends. */
    Optional<Welcome> findAndLock(UUID id) {
        return jdbc.sql("""
                select id, company_id, customer_id, follow_id, member_id, added_at, completes, code, words, state,
                    attempts, unanswered
                from messaging.welcome
                where tenant_id = :tenant and id = :id
                for update
                """).param("id", id).query(this::welcome).optional();
    }

    /** What became of the friendship's welcome before this one. */
    Optional<State> before(Welcome one) {
        return jdbc.sql("""
                select state
                from messaging.welcome
                where tenant_id = :tenant and follow_id = :follow and added_at < :added
                order by added_at desc
                limit 1
                """)
                .param("follow", one.follow().value())
                .param("added", one.addedAt().atOffset(UTC))
                .query(State.class)
                .optional();
    }

    /** The links to its materials, once they were made. */
    Optional<List<SharedMaterial>> links(UUID id) {
        return jdbc.sql("""
                select links
                from messaging.welcome
                where tenant_id = :tenant and id = :id and links is not null
                """)
                .param("id", id)
                .query((row, index) -> List.of(json.readValue(row.getString("links"), SharedMaterial[].class)))
                .optional();
    }

    void link(UUID id, List<SharedMaterial> links) {
        jdbc.sql("""
                update messaging.welcome
                set links = cast(:links as jsonb)
                where tenant_id = :tenant and id = :id
                """)
                .param("id", id)
                .param("links", json.writeValueAsString(links))
                .update();
    }

    /** A try begins; nobody knows its answer yet. */
    void tried(UUID id) {
        jdbc.sql("""
                update messaging.welcome
                set attempts = attempts + 1, unanswered = unanswered + 1
                where tenant_id = :tenant and id = :id
                """).param("id", id).update();
    }

    /** WeCom has certainly not sent it at one of the tries. */
    void answered(UUID id) {
        jdbc.sql("""
                update messaging.welcome
                set unanswered = unanswered - 1
                where tenant_id = :tenant and id = :id
                """).param("id", id).update();
    }

    /** Tries of whose outcome nobody knows yet. */
    int unanswered(UUID id) {
        return jdbc.sql("""
                select unanswered
                from messaging.welcome
                where tenant_id = :tenant and id = :id
                """).param("id", id).query(Integer.class).single();
    }

    /** False when its outcome was known already. */
    boolean finish(UUID id, State state, Optional<String> reason, Instant now) {
        return jdbc.sql("""
                update messaging.welcome
                set state = :state, reason = :reason, done_at = :now, code = null
                where tenant_id = :tenant and id = :id and state = 'QUEUED'
                """)
                        .param("id", id)
                        .param("state", state.name())
                        .param("reason", reason.orElse(null))
                        .param("now", now.atOffset(UTC))
                        .update()
                == 1;
    }

    void delete(UUID id) {
        jdbc.sql("""
                delete from messaging.welcome
                where tenant_id = :tenant and id = :id
                """).param("id", id).update();
    }

    /** The newest first, those before the given id, of these members. */
    List<Row> newest(Optional<State> state, Optional<Set<MemberId>> seen, Optional<UUID> before, int rows) {
        return jdbc.sql("""
                select id, customer_id, member_id, added_at, state, reason, done_at
                from messaging.welcome
                where tenant_id = :tenant and id < :before
                    and (cast(:state as text) is null or state = :state)
                    and (:everybody or member_id = any (cast(:seen as uuid[])))
                order by id desc
                limit :rows
                """)
                .param("before", before.orElse(LAST))
                .param("state", state.map(State::name).orElse(null))
                .param("everybody", seen.isEmpty())
                .param("seen", Columns.of(seen.orElse(Set.of()), MemberId::value))
                .param("rows", rows)
                .query(WelcomeRepository::row)
                .list();
    }

    /** How many came to which end since then. */
    List<Count> counts(Instant since) {
        return jdbc.sql("""
                select state, coalesce(reason, '') as reason, count(*) as welcomes
                from messaging.welcome
                where tenant_id = :tenant and added_at >= :since
                group by 1, 2
                """)
                .param("since", since.atOffset(UTC))
                .query((row, index) -> new Count(
                        State.valueOf(row.getString("state")), row.getString("reason"), row.getInt("welcomes")))
                .list();
    }

    private Welcome welcome(ResultSet row, int index) throws SQLException {
        return new Welcome(
                row.getObject("id", UUID.class),
                new CompanyId(row.getObject("company_id", UUID.class)),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new FollowId(row.getObject("follow_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                row.getBoolean("completes"),
                Optional.ofNullable(row.getString("code")),
                json.readValue(row.getString("words"), Words.class),
                State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getInt("unanswered"));
    }

    private static Row row(ResultSet row, int index) throws SQLException {
        @Nullable OffsetDateTime done = row.getObject("done_at", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                new CustomerId(row.getObject("customer_id", UUID.class)),
                new MemberId(row.getObject("member_id", UUID.class)),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(done).map(OffsetDateTime::toInstant));
    }

    record Row(
            UUID id,
            CustomerId customer,
            MemberId member,
            Instant addedAt,
            State state,
            Optional<String> reason,
            Optional<Instant> doneAt) {}

    record Count(State state, String reason, int welcomes) {}
}
