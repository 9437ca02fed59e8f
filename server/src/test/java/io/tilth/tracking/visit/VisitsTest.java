package io.tilth.tracking.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Sandboxed;
import io.tilth.customer.Scores;
import io.tilth.customer.VisitorId;
import io.tilth.customer.Visitors;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Ids;
import io.tilth.sandbox.contact.Follow;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Share;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.Visiting;
import io.tilth.tracking.visit.DueRepository.Due;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A customer opens what a member sent, as WeChat and the sandbox's people do. */
class VisitsTest extends Sandboxed {

    private static final String WECHAT = "Mozilla/5.0 (iPhone) MicroMessenger/8.0.49";
    private static final String WECOM = WECHAT + " wxwork/4.1.20";
    private static final String PLAIN = "Mozilla/5.0 (iPhone) Safari/604.1";
    private static final String STRANGER = "person:stranger0000000000000";

    @Autowired
    Shares shares;

    @Autowired
    Visiting visiting;

    @Autowired
    Scores scores;

    @Autowired
    DueRepository due;

    @Autowired
    VisitService service;

    private final MaterialId material = MaterialId.next();
    private MemberId lin;
    private String linUser;
    private CustomerId wang;
    private String wangPerson;

    @BeforeEach
    void withACustomer() {
        seed(3, 4);
        sync();
        var follow = SANDBOX.world()
                .table(Follow.class)
                .all()
                .filter(one -> one.corp().equals(CORP))
                .findFirst()
                .orElseThrow();
        linUser = follow.user();
        lin = new MemberId(in(() -> jdbc.sql(
                        "select id from directory.member where tenant_id = :tenant and lower(user_id) = lower(:user)")
                .param("user", linUser)
                .query(UUID.class)
                .single()));
        wang = new CustomerId(in(() -> jdbc.sql(
                        "select customer_id from customer.identity where tenant_id = :tenant and external_user_id = :id")
                .param("id", follow.customer())
                .query(UUID.class)
                .single()));
        wangPerson = SANDBOX.platform()
                .contacts()
                .person(CORP, follow.customer())
                .orElseThrow()
                .id();
    }

    @Test
    void knowsTheCustomerWithoutAskingAndFollowsTheReading() {
        var share = share(Optional.of(wang), Way.ONE_TO_ONE);
        var phone = reader(WECHAT, "person:" + wangPerson);

        var page = phone.open(share);

        assertThat(phone.redirects).isEqualTo(2);
        assertThat(page.meant()).hasValue(wang);
        assertThat(page.hand().toString()).startsWith("/r/" + share.code() + "?h=");
        phone.reads(page, 35, 60);
        phone.taps(page, "call");
        awaitVisits(
                "certainty = 'SELF' and customer_id = '" + wang.value() + "' and seconds = 35 and percent = 60"
                        + " and told @> '{OPENED,STAYED,READ,CALL_TAPPED}'",
                1);
        assertThat(count("customer.interaction where tenant_id = :tenant and kind = 'visit.read'"))
                .isEqualTo(1);
        assertThat(score(wang)).isEqualTo(2 + 4 + 12);
        var readings = read("/api/v1/customers/" + wang.value()).path("readings");
        assertThat(readings.path("count").asInt()).isEqualTo(1);
        assertThat(readings.at("/materials/0/id").asString())
                .isEqualTo(material.value().toString());
        assertThat(readings.at("/materials/0/seconds").asInt()).isEqualTo(35);
        assertThat(readings.path("lastAt")).isEqualTo(readings.at("/materials/0/lastAt"));
    }

    @Test
    void asksAgainWhetherAVisitIsOverWhenNewsComeAtThatVeryMoment() {
        var phone = reader(WECHAT, "person:" + wangPerson);
        phone.reads(phone.open(share(Optional.of(wang), Way.ONE_TO_ONE)), 10, 20);
        awaitVisits("seconds = 10", 1);

        in(() -> {
            var question = due.take(Instant.now().plus(Visit.SILENCE.multipliedBy(2)), 1)
                    .getFirst();
            due.tap(question.visit(), Ids.next(), "call");
            var news = Due.news(question.visit(), question.share(), question.hop(), question.visitor());
            due.add(Map.of(question, Instant.now(), news, Instant.now()));
            return service.workOff(2);
        });

        awaitVisits("told @> '{CALL_TAPPED}' and ended_at is null", 1);
        assertThat(count("tracking.event_due where ends and due_at > now() and tenant_id = "
                        + acme.tenant().value()))
                .isEqualTo(1);
    }

    @Test
    void neverCountsAColleague() {
        var share = share(Optional.of(wang), Way.ONE_TO_ONE);
        var phone = reader(WECOM, "member:" + CORP + ":" + linUser);
        phone.reads(phone.open(share), 40, 100);
        awaitWorkedOff();
        assertThat(count("tracking.visit where tenant_id = :tenant")).isZero();
        assertThat(count("tracking.share where tenant_id = :tenant and first_visitor_id is null"))
                .isEqualTo(1);
    }

    @Test
    void takesTheFirstUnknownDeviceForProbablyTheCustomerAndOthersForVisitors() {
        var share = share(Optional.of(wang), Way.ONE_TO_ONE);
        var first = reader(PLAIN, "");
        first.reads(first.open(share), 35, 60);
        awaitVisits("certainty = 'LIKELY' and customer_id = '" + wang.value() + "' and seconds = 35", 1);
        assertThat(first.redirects).isZero();
        assertThat(score(wang)).isEqualTo(3);

        var second = reader(PLAIN, "");
        second.reads(second.open(share), 15, 10);
        awaitVisits("certainty = 'VISITOR' and seconds = 15", 1);
        assertThat(score(wang)).isEqualTo(3);
    }

    @Test
    void followsWhoHandedItOnToWhom() {
        var share = share(Optional.of(wang), Way.ONE_TO_ONE);
        var hers = reader(WECHAT, "person:" + wangPerson);
        var page = hers.open(share);
        hers.reads(page, 10, 30);
        awaitVisits("certainty = 'SELF'", 1);
        int before = score(wang);

        var friend = reader(WECHAT, STRANGER);
        var handed = friend.open(share.code(), page.hand());
        assertThat(handed.hand()).isNotEqualTo(page.hand());
        friend.reads(handed, 30, 40);

        awaitVisits("certainty = 'VISITOR' and via_id is not null and told @> '{FORWARD_READ}'", 1);
        assertThat(score(wang)).isEqualTo(before + 6);
    }

    @Test
    void givesWhatWasReadBeforeToWhoeverItTurnsOutToBe() {
        var open = share(Optional.empty(), Way.MOMENT);
        var phone = reader(WECHAT, STRANGER);
        phone.reads(phone.open(open), 35, 60);
        awaitVisits("certainty = 'VISITOR' and customer_id is null and seconds = 35", 1);
        assertThat(score(wang)).isZero();

        var visitor = in(() -> jdbc.sql("select visitor_id from tracking.visit where tenant_id = :tenant")
                .query(UUID.class)
                .single());
        in(() -> {
            visitors.know(new VisitorId(visitor), wang);
            return true;
        });

        awaitVisits("certainty = 'SELF' and customer_id = '" + wang.value() + "'", 1);
        assertThat(score(wang)).isEqualTo((int) Math.round((2 + 4) * 0.3));
        assertThat(count("customer.interaction where tenant_id = :tenant and kind = 'visit.read'"))
                .isEqualTo(1);
    }

    @Test
    void isReadThoughCookiesDoNotWorkAndCodesAreSpent() {
        var share = share(Optional.of(wang), Way.ONE_TO_ONE);
        var phone = reader(WECHAT, "person:" + wangPerson);
        phone.open(share);
        var spent = URI.create(share.url() + "?code=spent&state=foreign");
        phone.forget();
        assertThat(phone.arrive(share.code(), spent)).isInstanceOf(Visiting.Arrival.Read.class);
    }

    @Autowired
    Visitors visitors;

    private Share share(Optional<CustomerId> meant, Way way) {
        return in(() -> {
            var made = shares.mint(material, lin, meant, way);
            shares.sent(made.id());
            return made;
        });
    }

    private Reader reader(String agent, String who) {
        return new Reader(visits, visiting, acme.tenant(), port, agent, who, SANDBOX.url());
    }

    private int score(CustomerId customer) {
        return in(() -> scores.of(List.of(customer)).get(customer).value());
    }

    private void awaitVisits(String which, int count) {
        await().pollInSameThread()
                .untilAsserted(() -> assertThat(count("tracking.visit where tenant_id = :tenant and " + which))
                        .as(in(() -> jdbc.sql("select * from tracking.visit where tenant_id = :tenant")
                                        .query()
                                        .listOfRows())
                                .toString())
                        .isEqualTo(count));
    }

    private void awaitWorkedOff() {
        await().pollInSameThread()
                .until(() -> count("tracking.event_due where tenant_id = "
                                + acme.tenant().value())
                        == 0);
    }
}
