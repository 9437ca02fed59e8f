package io.tilth.tracking.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.acquisition.ChannelCodeKit;
import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Share;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.Visiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Whoever reads a customer's timeline can count the score again that the customer is shown with. */
class ScoreOfTimelineTest extends ChannelCodeKit {

    private static final String WECHAT = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.49";
    private static final String PLAIN = "Mozilla/5.0 (iPhone) Safari/604.1";
    private static final String STRANGER = "person:stranger0000000000000";

    @Autowired
    Shares shares;

    @Autowired
    Visiting visiting;

    private final Map<Person, Follow> friends = new HashMap<>();
    private MaterialId article;
    private MaterialId prices;
    private MemberId member;
    private int read;

    @Test
    void isTheScoreThatIsShownForEveryCustomer() {
        var code =
                made("/api/v1/channel-codes", "{\"companyId\": null, \"form\": " + body(channel("门店"), "台卡", "") + "}");
        eventually(() -> show(code).path("state").asString().equals("LIVE"));
        for (int number = 0; number < 8; number++) {
            var person = somebody();
            friends.put(person, scan(person, code));
        }
        eventually(() -> count("customer.identity where tenant_id = :tenant") == friends.size());
        article = material(false);
        prices = material(true);
        member = member(0);
        liveThrough(friends.keySet().toArray(Person[]::new), code);

        settle();
        var soft = new SoftAssertions();
        var shown = read("/api/v1/customers?limit=50").path("items");
        for (var customer : shown) {
            double counted = customer.path("lostAt").isNull() ? recount(customer) : 0;
            soft.assertThat(customer.path("score").asInt())
                    .as(customer.path("name").asString() + " " + timeline(customer))
                    .isEqualTo((int) Math.min(100, Math.round(counted)));
        }
        soft.assertAll();
        assertThat(shown).hasSize(friends.size());
        assertThat(shown.valueStream().map(one -> one.path("score").asInt()).distinct())
                .hasSizeGreaterThan(5);
    }

    /** One only is a friend; the others read this and that, hand it on, come back, and go. */
    private void liveThrough(Person[] people, JsonNode code) {
        reads(WECHAT, who(people[1]), share(people[1], article, Way.ONE_TO_ONE), 35, 60);
        var priced = share(people[2], prices, Way.ONE_TO_ONE);
        var phone = reader(WECHAT, who(people[2]));
        var page = phone.open(priced);
        phone.reads(page, 60, 50, 3);
        phone.taps(page, "call");
        read += 60;
        reads(PLAIN, "", share(people[3], article, Way.ONE_TO_ONE), 45, 100);
        reads(WECHAT, who(people[4]), share(people[4], article, Way.MOMENT), 40, 80);
        var handed = share(people[5], article, Way.ONE_TO_ONE);
        var giver = reader(WECHAT, who(people[5]));
        var first = giver.open(handed);
        giver.reads(first, 10, 30);
        var friend = reader(WECHAT, STRANGER);
        friend.reads(friend.open(handed.code(), first.hand()), 30, 40);
        read += 40;
        reads(WECHAT, who(people[6]), share(people[6], prices, Way.BROADCAST), 35, 60);
        reads(WECHAT, who(people[6]), share(people[6], prices, Way.ONE_TO_ONE), 35, 60);
        reads(WECHAT, who(people[7]), share(people[7], article, Way.ONE_TO_ONE), 35, 60);
        actors.customers().delete(people[7], CORP, friends.get(people[7]).user());
        actors.customers().delete(people[1], CORP, friends.get(people[1]).user());
        eventually(() -> count("customer.customer where tenant_id = :tenant and lost_at is not null") == 2);
        friends.put(people[1], scan(people[1], code));
    }

    private void settle() {
        Awaitility.await()
                .pollInSameThread()
                .untilAsserted(() -> assertThat(List.of(
                                seconds(),
                                count("customer.customer where tenant_id = :tenant and lost_at is not null"),
                                count("customer.interaction where tenant_id = :tenant and kind = 'visit.handed-on'"),
                                count("customer.interaction where tenant_id = :tenant and kind = 'follow.begun'")))
                        .containsExactly((long) read, 1L, 1L, 1L + friends.size()));
    }

    private long seconds() {
        return in(() -> jdbc.sql("select coalesce(sum(seconds), 0) from tracking.visit where tenant_id = :tenant")
                .query(Long.class)
                .single());
    }

    /** Row by row, from nothing but the timeline: repeats within 12 hours once, 40 a day at most, half in 14 days. */
    private double recount(JsonNode customer) {
        var counted = new HashMap<String, Instant>();
        var met = new HashMap<String, Boolean>();
        double[] sum = {0};
        timeline(customer).forEach(row -> {
            var at = Instant.parse(row.path("at").asString());
            switch (row.path("kind").asString()) {
                case "follow.ended" -> met.put(row.at("/member/id").asString(), false);
                case "follow.begun" -> {
                    if (!met.getOrDefault(row.at("/member/id").asString(), false)) {
                        met.put(row.at("/member/id").asString(), true);
                        counted.put("friend " + row.at("/member/id").asString(), at);
                    }
                }
                case "visit.read" -> sum[0] += reading(row.path("detail"), at, counted);
                case "visit.handed-on" -> sum[0] += 6 * factor(row.path("detail"));
                default -> {}
            }
        });
        sum[0] += 8
                * counted.keySet().stream()
                        .filter(key -> key.startsWith("friend"))
                        .count();
        return Math.min(40, sum[0]); // all of it was today, so nothing has faded yet
    }

    private static double reading(JsonNode detail, Instant at, Map<String, Instant> counted) {
        boolean priced = detail.path("priced").asBoolean();
        double points = 0;
        for (var deed : detail.path("did")) {
            int worth = switch (deed.asString()) {
                case "OPENED" -> priced ? 8 : 2;
                case "READ" -> 4;
                case "READ_LONG", "PAGE_STUDIED" -> 6;
                case "CALL_TAPPED", "FIND_ME_TAPPED" -> 12;
                case "PHONE_LEFT" -> 25;
                default -> 0;
            };
            var theme = deed.asString() + detail.path("material").asString();
            if (worth > 0 && counted.putIfAbsent(theme, at) == null) {
                points += worth * factor(detail);
            }
        }
        return points;
    }

    private static double factor(JsonNode detail) {
        double sure = detail.path("certainty").asString().equals("LIKELY") ? 0.5 : 1;
        return sure
                * switch (detail.path("way").asString()) {
                    case "ONE_TO_ONE", "WELCOME" -> 1;
                    case "BROADCAST" -> 0.5;
                    default -> 0.3;
                };
    }

    /** The oldest first. */
    private List<JsonNode> timeline(JsonNode customer) {
        return read("/api/v1/customers/" + id(customer) + "/timeline?limit=100")
                .path("items")
                .valueStream()
                .toList()
                .reversed();
    }

    private MaterialId material(boolean priced) {
        var id = MaterialId.next();
        in(() -> jdbc.sql("""
                insert into content.material (tenant_id, id, kind, state, draft, published, created_by, created_at,
                    updated_at)
                values (:tenant, :id, 'ARTICLE', 'PUBLISHED', 1, 1, 'Lin', now(), now())
                """).param("id", id.value()).update());
        in(() -> jdbc.sql("""
                insert into content.material_version (tenant_id, material_id, number, title, description, priced,
                    content, saved_by, saved_at)
                values (:tenant, :id, 1, '价目表', '', :priced, '{}', 'Lin', now())
                """).param("id", id.value()).param("priced", priced).update());
        return id;
    }

    private Share share(Person person, MaterialId material, Way way) {
        var meant = new CustomerId(in(() -> jdbc.sql(
                        "select customer_id from customer.identity where tenant_id = :tenant and external_user_id = :id")
                .param("id", friends.get(person).customer())
                .query(UUID.class)
                .single()));
        return in(() -> {
            var made = shares.mint(material, member, way == Way.MOMENT ? Optional.empty() : Optional.of(meant), way);
            shares.sent(made.id());
            return made;
        });
    }

    private void reads(String agent, String who, Share share, int seconds, int depth) {
        var phone = reader(agent, who);
        phone.reads(phone.open(share), seconds, depth);
        read += seconds;
    }

    private Reader reader(String agent, String who) {
        return new Reader(visits, visiting, acme.tenant(), port, agent, who, SANDBOX.url());
    }

    private static String who(Person person) {
        return "person:" + person.id();
    }
}
