package io.tilth.automation.firstreply;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Repository;

@Repository
class FirstReplyRepository {

    private final TenantJdbc jdbc;

    FirstReplyRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** A friendship that begins anew starts the clock anew. */
    void begin(FirstReply reply) {
        jdbc.sql("""
                insert into automation.first_reply (tenant_id, follow_id, customer_id, member_id, begun_at, due_at)
                values (:tenant, :follow, :customer, :member, :begun, :due)
                on conflict (tenant_id, follow_id)
                do update set begun_at = excluded.begun_at, due_at = excluded.due_at, step = 0
                """)
                .param("follow", reply.follow().value())
                .param("customer", reply.customer().value())
                .param("member", reply.member().value())
                .param("begun", reply.begunAt().atOffset(UTC))
                .param("due", reply.dueAt().atOffset(UTC))
                .update();
    }

    /** Other nodes leave them alone meanwhile. */
    List<FirstReply> due(Instant now) {
        return jdbc.sql("""
                select follow_id, customer_id, member_id, begun_at, due_at, step
                from automation.first_reply
                where tenant_id = :tenant and due_at <= :now
                order by due_at, follow_id
                limit 200
                for update skip locked
                """)
                .param("now", now.atOffset(UTC))
                .query((row, index) -> new FirstReply(
                        new FollowId(row.getObject("follow_id", UUID.class)),
                        new CustomerId(row.getObject("customer_id", UUID.class)),
                        new MemberId(row.getObject("member_id", UUID.class)),
                        row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getInt("step")))
                .list();
    }

    void move(FirstReply reply) {
        jdbc.sql("""
                update automation.first_reply
                set step = :step, due_at = :due
                where tenant_id = :tenant and follow_id = :follow
                """)
                .param("follow", reply.follow().value())
                .param("step", reply.step())
                .param("due", reply.dueAt().atOffset(UTC))
                .update();
    }

    void end(Collection<FollowId> follows) {
        jdbc.sql("""
                delete from automation.first_reply
                where tenant_id = :tenant and follow_id = any (cast(:follows as uuid[]))
                """).param("follows", Columns.of(follows, FollowId::value)).update();
    }

    void join(CustomerId gone, CustomerId into) {
        jdbc.sql("""
                update automation.first_reply
                set customer_id = :into
                where tenant_id = :tenant and customer_id = :gone
                """).param("gone", gone.value()).param("into", into.value()).update();
    }
}
