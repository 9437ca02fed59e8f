package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.VisitorId;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.directory.NoticeKit;
import io.tilth.directory.Notices;
import io.tilth.directory.Rests;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.ShareId;
import io.tilth.tracking.Shares.Way;
import io.tilth.tracking.VisitId;
import io.tilth.tracking.VisitMoved;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Customers of members who read what was sent to them; the reading itself is played here. */
abstract class AlertKit extends NoticeKit {

    @Autowired
    AlertService alerts;

    @Autowired
    AlertDueService due;

    @Autowired
    Rests rests;

    @Autowired
    Notices notices;

    CustomerId wang;
    MaterialId prices;
    MaterialId article;

    @BeforeEach
    void withCustomers() {
        wang = customer("王女士", lin);
        prices = material("衣柜价目表", true);
        article = material("收纳怎么做", false);
    }

    @Override
    protected String rights() {
        return super.rights() + ",alert:read,alert:write,alert:assign,alert-setting:read,alert-setting:write";
    }

    MaterialId material(String title, boolean priced) {
        var id = MaterialId.next();
        run("""
                insert into content.material (tenant_id, id, kind, state, draft, published, created_by, created_at,
                    updated_at)
                values (:tenant, '%s', 'LINK', 'PUBLISHED', 1, 1, 'Lin', now(), now())""".formatted(id.value()));
        run("""
                insert into content.material_version (tenant_id, material_id, number, title, description, priced,
                    content, saved_by, saved_at)
                values (:tenant, '%s', 1, '%s', '', %s, '{}', 'Lin', now())""".formatted(id.value(), title, priced));
        return id;
    }

    CustomerId customer(String name, Member... friends) {
        var id = CustomerId.next();
        run("""
                insert into customer.customer (tenant_id, id, name, type)
                values (:tenant, '%s', '%s', 1)""".formatted(id.value(), name));
        run("""
                insert into customer.identity (tenant_id, id, company_id, external_user_id, customer_id, touched_at)
                values (:tenant, '%1$s', '%2$s', 'wm%1$s', '%1$s', now())""".formatted(id.value(), company.value()));
        for (var friend : friends) {
            befriend(id, friend, MORNING.minus(Duration.ofDays(30)));
        }
        return id;
    }

    void befriend(CustomerId customer, Member member, Instant at) {
        run("""
                insert into customer.follow (tenant_id, id, identity_id, customer_id, member_id, state, half,
                    created_at, begun_at, heard_at, remark, description, mobiles, add_way)
                values (:tenant, '%1$s', '%2$s', '%2$s', '%3$s', 'ACTIVE', false, '%4$s', '%4$s', '%4$s', '', '', '{}',
                    1)""".formatted(UUID.randomUUID(), customer.value(), member.id().value(), at));
    }

    void run(String statement) {
        staff.update(tenant(), statement);
    }

    Told by(CustomerId customer) {
        return new Told(this, customer);
    }

    void hear(VisitMoved moved) {
        in(() -> {
            alerts.hear(moved);
            return true;
        });
    }

    void look() {
        in(() -> {
            due.look();
            return true;
        });
    }

    /** What has rung on the member's phone by now. */
    List<String> rung(Member member) {
        settle(member);
        return phoneOf(member).stream().map(rung -> rung.message().title()).toList();
    }

    JsonNode open(Member member) {
        return json(as(member, "alert:read").get("/api/v1/alerts")).at("/items");
    }

    JsonNode all(Member member) {
        return json(as(member, "alert:read").get("/api/v1/alerts?state=ALL")).at("/items");
    }

    void forward(int minutes) {
        clock.forward(Duration.ofMinutes(minutes));
    }

    static Instant at(String dayAndTime) {
        return Instant.parse("2026-11-" + dayAndTime + ":00+08:00");
    }

    /** What a customer does, in the order of a sentence. */
    static class Told {
        private final AlertKit kit;
        private final CustomerId customer;
        private VisitId visit = VisitId.next();
        private ShareId share = ShareId.of("00000000-0000-7000-8000-00000000000a");
        private MaterialId material;
        private Way way = Way.ONE_TO_ONE;
        private MemberId sender;
        private Certainty certainty = Certainty.SELF;
        private Integer quietDays;

        Told(AlertKit kit, CustomerId customer) {
            this.kit = kit;
            this.customer = customer;
            this.material = kit.article;
            this.sender = kit.lin.id();
        }

        Told prices() {
            material = kit.prices;
            return this;
        }

        Told of(ShareId one) {
            share = one;
            return this;
        }

        Told way(Way one) {
            way = one;
            return this;
        }

        Told sentBy(Member member) {
            sender = member.id();
            return this;
        }

        Told surely(Certainty one) {
            certainty = one;
            return this;
        }

        Told after(int days) {
            quietDays = days;
            return this;
        }

        Told opens() {
            return does(Deed.OPENED, 2);
        }

        Told stays() {
            return does(Deed.STAYED, 10);
        }

        Told does(Deed deed, int seconds) {
            kit.hear(new VisitMoved(
                    visit,
                    share,
                    material,
                    material.equals(kit.prices),
                    way,
                    sender,
                    new VisitorId(visit.value()),
                    certainty == Certainty.VISITOR ? Optional.empty() : Optional.of(customer),
                    certainty,
                    deed,
                    seconds,
                    Math.min(100, seconds),
                    deed == Deed.PAGE_STUDIED ? Optional.of(3) : Optional.empty(),
                    Optional.ofNullable(quietDays),
                    false,
                    kit.clock.instant()));
            return this;
        }
    }
}
