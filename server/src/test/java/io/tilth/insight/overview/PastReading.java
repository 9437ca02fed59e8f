package io.tilth.insight.overview;

import io.tilth.insight.overview.Past.Person;
import io.tilth.kernel.TenantJdbc;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Two months of made-up shares: some sent, some opened by this one or that, some read, some answered, in time or late. */
class PastReading {

    private static final String[] WAYS = {"ONE_TO_ONE", "ONE_TO_ONE", "ONE_TO_ONE", "WELCOME", "BROADCAST", "OPEN"};
    private static final String[] STATES = {"SENT", "SENT", "SENT", "MADE", "CANCELLED"};

    final List<Share> shares = new ArrayList<>();
    final List<Visit> visits = new ArrayList<>();
    final List<Alert> alerts = new ArrayList<>();
    private final Random random = new Random(20261123);
    private final TenantJdbc jdbc;
    private final Past past;
    private final Instant now;

    PastReading(TenantJdbc jdbc, Past past, Instant now) {
        this.jdbc = jdbc;
        this.past = past;
        this.now = now;
    }

    record Share(
            UUID id,
            UUID member,
            @Nullable UUID customer,
            String way,
            String state,
            @Nullable Instant sentAt) {

        boolean isCounted() {
            return way.equals("ONE_TO_ONE") && state.equals("SENT") && customer != null;
        }
    }

    /** @param reader nobody known where it is null */
    record Visit(UUID id, Share share, @Nullable UUID reader, Instant openedAt, Instant lastAt, List<String> told) {

        boolean isRead() {
            return told.contains("READ") || told.contains("READ_LONG");
        }
    }

    /** @param before shares that it spoke of before this one */
    record Alert(
            UUID id,
            UUID customer,
            Share share,
            List<Share> before,
            Instant openedAt,
            @Nullable UUID answeredBy,
            @Nullable Instant answeredAt) {

        boolean isAnsweredInTime() {
            return answeredAt != null && !answeredAt.isAfter(openedAt.plus(Duration.ofHours(24)));
        }
    }

    /** Within the tenant's scope. */
    void happen(int count) {
        for (int number = 0; number < count; number++) {
            var share = share();
            for (int times = random.nextInt(4); times > 0 && share.sentAt() != null; times--) {
                visit(share);
            }
        }
        comeBack();
    }

    /** At any hour of any day somebody is answered whose alert speaks of what they had read before, too. */
    private void comeBack() {
        var at = now.minus(Duration.ofDays(10));
        var customer = person().id();
        var first = new Share(UUID.randomUUID(), past.members.getFirst(), customer, "ONE_TO_ONE", "SENT", at);
        var second = new Share(UUID.randomUUID(), past.members.getFirst(), customer, "ONE_TO_ONE", "SENT", at);
        for (var share : List.of(first, second)) {
            write(share, at);
            var told = List.of("OPENED", "STAYED", "READ");
            var visit = new Visit(UUID.randomUUID(), share, customer, at, at.plusSeconds(60), told);
            visits.add(visit);
            write(visit);
        }
        var answered = at.plus(Duration.ofHours(1));
        var alert =
                new Alert(UUID.randomUUID(), customer, second, List.of(first), at, past.members.getFirst(), answered);
        alerts.add(alert);
        write(alert);
    }

    private Share share() {
        var at = now.minus(Duration.ofMinutes(random.nextInt(62 * 24 * 60)));
        var state = any(STATES);
        var share = new Share(
                UUID.randomUUID(),
                past.members.get(random.nextInt(past.members.size())),
                random.nextInt(8) == 0 ? null : person().id(),
                any(WAYS),
                state,
                state.equals("SENT") ? at : null);
        write(share, at);
        return share;
    }

    private void write(Share share, Instant at) {
        shares.add(share);
        jdbc.sql("""
                insert into tracking.share (tenant_id, id, code, material_id, member_id, customer_id, way, state, made_at,
                    sent_at)
                values (:tenant, :id, :code, :id, :member, :customer, :way, :state, :at, :sent)
                """)
                .param("id", share.id())
                .param("code", share.id().toString().substring(0, 24))
                .param("member", share.member())
                .param("customer", share.customer())
                .param("way", share.way())
                .param("state", share.state())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("sent", share.sentAt() == null ? null : share.sentAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By whoever it was meant for, by somebody else, or by nobody known; some come back after weeks. */
    private void visit(Share share) {
        var opened = share.sentAt().plus(Duration.ofMinutes(random.nextInt(random.nextBoolean() ? 60 : 30 * 24 * 60)));
        if (opened.isAfter(now)) {
            return;
        }
        var reader = switch (random.nextInt(5)) {
            case 0 -> null;
            case 1 -> person().id();
            default -> share.customer();
        };
        var told = new ArrayList<>(List.of("OPENED"));
        if (random.nextInt(3) > 0) {
            told.add("STAYED");
            told.add(random.nextBoolean() ? "READ" : "READ_LONG");
        }
        var visit = new Visit(UUID.randomUUID(), share, reader, opened, opened.plusSeconds(random.nextInt(600)), told);
        visits.add(visit);
        write(visit);
        if (reader != null && random.nextInt(3) > 0) {
            alert(visit, reader);
        }
    }

    private void write(Visit visit) {
        jdbc.sql("""
                insert into customer.visitor (tenant_id, id, key_hash, made_at, seen_at)
                values (:tenant, :id, decode(:hash, 'hex'), :at, :at)
                """)
                .param("id", visit.id())
                .param("hash", visit.id().toString().replace("-", ""))
                .param("at", visit.openedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into tracking.hop (tenant_id, id, token, share_id, visitor_id, made_at)
                values (:tenant, :id, :token, :share, :id, :at)
                """)
                .param("id", visit.id())
                .param("token", visit.id().toString().substring(0, 18))
                .param("share", visit.share().id())
                .param("at", visit.openedAt().atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                insert into tracking.visit (tenant_id, id, share_id, material_id, member_id, visitor_id, hop_id, certainty,
                    customer_id, opened_at, last_at, seconds, percent, page_seconds, told, heard_at)
                values (:tenant, :id, :share, :share, :member, :id, :id, :certainty, :customer, :opened, :last, 9, 9, '{}',
                    :told, :last)
                """)
                .param("id", visit.id())
                .param("share", visit.share().id())
                .param("member", visit.share().member())
                .param("certainty", visit.reader() == null ? "VISITOR" : random.nextBoolean() ? "SELF" : "LIKELY")
                .param("customer", visit.reader())
                .param("opened", visit.openedAt().atOffset(ZoneOffset.UTC))
                .param("last", visit.lastAt().atOffset(ZoneOffset.UTC))
                .param("told", visit.told().toArray(String[]::new))
                .update();
    }

    private void alert(Visit visit, UUID customer) {
        var opened = visit.openedAt().plusSeconds(10);
        var answered = random.nextInt(3) == 0 ? null : opened.plus(Duration.ofMinutes(random.nextInt(2 * 24 * 60)));
        var before = new ArrayList<Share>();
        shares.stream()
                .filter(other -> customer.equals(other.customer()) && other != visit.share() && random.nextBoolean())
                .forEach(before::add);
        var alert = new Alert(
                UUID.randomUUID(),
                customer,
                visit.share(),
                before,
                opened,
                answered == null ? null : past.members.get(random.nextInt(past.members.size())),
                answered != null && answered.isAfter(now) ? null : answered);
        alerts.add(alert);
        write(alert);
    }

    private void write(Alert alert) {
        boolean answered = alert.answeredAt() != null;
        jdbc.sql("""
                insert into tracking.alert (tenant_id, id, customer_id, member_id, level, cause, certainty, visit_id, share_id,
                    material_id, priced, deed, seconds, percent, opened_at, moved_at, state, contacted_at, contacted_by,
                    contacted_how)
                values (:tenant, :id, :customer, :member, 'ORDINARY', 'READING', 'SELF', :share, :share, :share, false,
                    'OPENED', 9, 9, :opened, :opened, :state, :at, :by, :how)
                """)
                .param("id", alert.id())
                .param("customer", alert.customer())
                .param("member", alert.share().member())
                .param("share", alert.share().id())
                .param("opened", alert.openedAt().atOffset(ZoneOffset.UTC))
                .param("state", answered ? "CONTACTED" : "EXPIRED")
                .param("at", answered ? alert.answeredAt().atOffset(ZoneOffset.UTC) : null)
                .param("by", answered ? alert.answeredBy() : null)
                .param("how", answered ? "CHAT" : null)
                .update();
        alert.before()
                .forEach(share -> jdbc.sql("""
                        insert into tracking.alert_share (tenant_id, alert_id, share_id)
                        values (:tenant, :alert, :share)
                        """)
                        .param("alert", alert.id())
                        .param("share", share.id())
                        .update());
    }

    /** The same some again and again. */
    private Person person() {
        return past.people.get(random.nextInt(60));
    }

    private String any(String[] some) {
        return some[random.nextInt(some.length)];
    }
}
