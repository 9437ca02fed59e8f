package io.tilth.acquisition.guide;

import static java.time.ZoneOffset.UTC;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.TenantJdbc;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

@Repository
class GuideSeatRepository {

    private final TenantJdbc jdbc;

    GuideSeatRepository(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** How many are on their way to each, besides this visitor. */
    Map<MemberId, Integer> held(ChannelCodeId code, VisitorId besides, Instant now) {
        return jdbc
                .sql("""
                select member_id, count(*) as seats
                from acquisition.guide_seat
                where tenant_id = :tenant and code_id = :code and visitor_id <> :visitor and held_until > :now
                group by member_id
                """)
                .param("code", code.value())
                .param("visitor", besides.value())
                .param("now", now.atOffset(UTC))
                .query((row, index) ->
                        Map.entry(new MemberId(row.getObject("member_id", UUID.class)), row.getInt("seats")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whom the visitor was shown before, however long ago. */
    Optional<MemberId> of(ChannelCodeId code, VisitorId visitor) {
        return jdbc.sql("""
                select member_id
                from acquisition.guide_seat
                where tenant_id = :tenant and code_id = :code and visitor_id = :visitor
                """)
                .param("code", code.value())
                .param("visitor", visitor.value())
                .query(UUID.class)
                .optional()
                .map(MemberId::new);
    }

    void take(ChannelCodeId code, VisitorId visitor, MemberId member, Instant until) {
        jdbc.sql("""
                insert into acquisition.guide_seat (tenant_id, code_id, visitor_id, member_id, held_until)
                values (:tenant, :code, :visitor, :member, :until)
                on conflict (tenant_id, code_id, visitor_id)
                do update set member_id = excluded.member_id, held_until = excluded.held_until
                """)
                .param("code", code.value())
                .param("visitor", visitor.value())
                .param("member", member.value())
                .param("until", until.atOffset(UTC))
                .update();
    }

    /** The one held the longest: whoever was shown the member first is the likeliest to have come. */
    void release(ChannelCodeId code, MemberId member, Instant now) {
        jdbc.sql("""
                delete from acquisition.guide_seat
                where tenant_id = :tenant and code_id = :code and visitor_id = (
                    select s.visitor_id
                    from acquisition.guide_seat s
                    where s.tenant_id = :tenant and s.code_id = :code and s.member_id = :member and s.held_until > :now
                    order by s.held_until, s.visitor_id
                    limit 1
                    for update skip locked)
                """)
                .param("code", code.value())
                .param("member", member.value())
                .param("now", now.atOffset(UTC))
                .update();
    }

    void forget(Instant before) {
        jdbc.sql("delete from acquisition.guide_seat where tenant_id = :tenant and held_until < :before")
                .param("before", before.atOffset(UTC))
                .update();
    }
}
