package io.tilth.customer.desk;

import static java.time.ZoneOffset.UTC;

import io.tilth.customer.Scores.Grade;
import io.tilth.customer.SearchPieces;
import io.tilth.customer.desk.CustomerFilter.Chip;
import io.tilth.customer.desk.CustomerFilter.Standing;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Columns;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what a list of customers is narrowed by, and the values that go with it. */
class CustomerConditions {

    private static final Duration RECENT = Duration.ofDays(14);
    private static final Duration NEW = Duration.ofDays(7);
    private static final int MOST_WORDS = 5;

    private static final String SEEN = "(:everybody or f.member_id = any (cast(:seen as uuid[])))";

    private static final String OF_SEEN = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = any (cast(:seen as uuid[])))
            """;

    private static final String OF_SEEN_NOW = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = any (cast(:seen as uuid[])) and f.state = 'ACTIVE')
            """;

    private static final String OF_MEMBER = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.member_id = :member and f.state = 'ACTIVE')
            """;

    private static final String TAGGED = """
            and c.id in (
                select f.customer_id
                from customer.follow_tag t
                join customer.follow f on f.tenant_id = t.tenant_id and f.id = t.follow_id
                where t.tenant_id = :tenant and t.tag_id = :tag and f.state = 'ACTIVE')
            """;

    /** Pieces narrow, from an index; what is in sight decides, for remarks and numbers belong to a follow. */
    private static final String NAMED = """
            and c.id in (
                select f.customer_id
                from customer.tag t
                join customer.follow_tag ft on ft.tenant_id = t.tenant_id and ft.tag_id = t.id
                join customer.follow f on f.tenant_id = t.tenant_id and f.id = ft.follow_id
                where t.tenant_id = :tenant and strpos(lower(t.name), :word) > 0 and f.state = 'ACTIVE' and {seen}
                union all
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and {seen} {candidate}
                    and (strpos(lower(f.remark), :word) > 0 or strpos(lower(f.corp_name), :word) > 0
                        or (:word ~ '^\\d{4,}$' and strpos(array_to_string(f.mobiles, ' '), :word) > 0))
                union all
                select n.id
                from customer.customer n
                where n.tenant_id = :tenant {named}
                    and (strpos(lower(n.name), :word) > 0 or strpos(lower(n.corp_name), :word) > 0))
            """;

    private static final String WITH_PIECES = """
            in (
                select p.customer_id
                from customer.search_piece p
                where p.tenant_id = :tenant and p.piece = any (:pieces)
                group by p.customer_id
                having count(*) = :count
                union all
                select p.customer_id
                from customer.search_piece p
                where p.tenant_id = :tenant and p.piece = any (:phones)
                group by p.customer_id
                having count(*) = :phoneCount)
            """;

    private static final String GRADED = """
            and c.lost_at is null and c.id in (
                select s.customer_id
                from customer.score s
                where s.tenant_id = :tenant and s.heat >= :hot and s.heat < :hotter)
            """;

    private static final String ASLEEP = """
            and (c.lost_at is not null or not exists (
                select 1
                from customer.score s
                where s.tenant_id = :tenant and s.customer_id = c.id and s.heat >= :hotter))
            """;

    private static final String READ_TODAY = """
            and c.id in (
                select s.customer_id
                from customer.score s
                where s.tenant_id = :tenant and s.read_at >= :today)
            """;

    private static final String OF_FRIEND = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                join customer.score s on s.tenant_id = f.tenant_id and s.customer_id = f.customer_id
                where f.tenant_id = :tenant and f.state = 'ACTIVE' and {seen} {such})
            """.replace("{seen}", SEEN);

    private static final String TODO =
            OF_FRIEND.replace("{such}", "and s.moved_at >= :recent and coalesce(f.contacted_at < s.moved_at, true)");

    private static final String FADING = OF_FRIEND.replace(
            "{such}", "and s.heat >= :low and coalesce(greatest(f.contacted_at, f.created_at) < :recent, true)");

    private static final String NEW_7D = """
            and c.id in (
                select f.customer_id
                from customer.follow f
                where f.tenant_id = :tenant and f.state = 'ACTIVE' and f.created_at >= :week and {seen})
            """.replace("{seen}", SEEN);

    private final StringBuilder statement = new StringBuilder();
    private final Map<String, Object> values = new HashMap<>();

    private CustomerConditions(Optional<Set<MemberId>> seen) {
        values.put("everybody", seen.isEmpty());
        values.put("seen", Columns.of(seen.orElse(Set.of()), MemberId::value));
    }

    static CustomerConditions of(CustomerFilter filter, Optional<Set<MemberId>> seen, Moments moments) {
        var all = new CustomerConditions(seen);
        all.standing(filter.state(), seen.isEmpty());
        Optional.ofNullable(filter.member()).ifPresent(member -> all.and(OF_MEMBER, Map.of("member", member.value())));
        Optional.ofNullable(filter.tag()).ifPresent(tag -> all.and(TAGGED, Map.of("tag", tag.value())));
        Optional.ofNullable(filter.stage())
                .ifPresent(stage -> all.and("and c.stage_id = :stage\n", Map.of("stage", stage.value())));
        Optional.ofNullable(filter.channel())
                .ifPresent(channel -> all.and("and c.origin_id = :channel\n", Map.of("channel", channel)));
        Optional.ofNullable(filter.grade()).ifPresent(grade -> all.graded(grade, moments));
        Optional.ofNullable(filter.chip()).ifPresent(chip -> all.chip(chip, moments));
        var words = SearchPieces.words(Optional.ofNullable(filter.q()).orElse(""))
                .distinct()
                .limit(MOST_WORDS)
                .toList();
        for (int at = 0; at < words.size(); at++) {
            all.named(words.get(at), at);
        }
        return all;
    }

    String statement() {
        return statement.toString();
    }

    Map<String, Object> values() {
        return values;
    }

    private void standing(@Nullable Standing state, boolean everybody) {
        if (!everybody) {
            and(state == Standing.FOLLOWED ? OF_SEEN_NOW : OF_SEEN, Map.of());
            if (state == Standing.LOST) {
                and(OF_SEEN_NOW.replace("c.id in", "c.id not in"), Map.of());
            }
        } else if (state != null) {
            and(state == Standing.LOST ? "and c.lost_at is not null\n" : "and c.lost_at is null\n", Map.of());
        }
    }

    private void graded(Grade grade, Moments moments) {
        var heats = moments.heats(grade);
        and(grade == Grade.ASLEEP ? ASLEEP : GRADED, Map.of("hot", heats.from(), "hotter", heats.below()));
    }

    private void chip(Chip chip, Moments moments) {
        var recent =
                Map.<String, Object>of("recent", moments.now().minus(RECENT).atOffset(UTC));
        switch (chip) {
            case READ_TODAY -> and(READ_TODAY, Map.of("today", moments.today().atOffset(UTC)));
            case HIGH -> {
                var heats = moments.heats(Grade.HIGH);
                and(
                        GRADED.replace(":hot", ":chip_hot"),
                        Map.of("chip_hot", heats.from(), "chip_hotter", heats.below()));
            }
            case TODO -> and(TODO, recent);
            case NEW_7D -> and(NEW_7D, Map.of("week", moments.now().minus(NEW).atOffset(UTC)));
            case FADING -> {
                and(FADING, recent);
                and("", Map.of("low", moments.heats(Grade.LOW).from()));
            }
        }
    }

    /** Without pieces, a word of one ASCII character looks through all that is in sight. */
    private void named(String word, int at) {
        var pieces = List.copyOf(SearchPieces.wanted(word));
        var phones = List.copyOf(SearchPieces.wantedOfPhone(word));
        boolean narrows = !pieces.isEmpty();
        var sql = NAMED.replace("{seen}", SEEN)
                .replace("{candidate}", narrows ? "and f.customer_id " + WITH_PIECES : "")
                .replace("{named}", narrows ? "and n.id " + WITH_PIECES : "");
        for (var name : List.of(":word", ":pieces", ":phones", ":count", ":phoneCount")) {
            sql = sql.replaceAll(name + "\\b", name + at);
        }
        and(
                sql,
                Map.of(
                        "word" + at, word,
                        "pieces" + at, pieces.toArray(String[]::new),
                        "phones" + at, phones.toArray(String[]::new),
                        "count" + at, pieces.size(),
                        "phoneCount" + at, Math.max(1, phones.size())));
    }

    private void and(String condition, Map<String, ?> with) {
        statement.append(condition);
        values.putAll(with);
    }
}
