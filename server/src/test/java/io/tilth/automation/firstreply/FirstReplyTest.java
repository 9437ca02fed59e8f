package io.tilth.automation.firstreply;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.customer.ExternalContactAdded;
import io.tilth.customer.ExternalContactAdded.Beginning;
import io.tilth.customer.FollowId;
import io.tilth.customer.Follows;
import io.tilth.directory.Members.Member;
import io.tilth.directory.NoticeKit;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whoever comes by an acquisition link is turned to soon, or others are told. */
class FirstReplyTest extends NoticeKit {

    private static final int BY_LINK = 16;
    private static final int BY_CODE = 1;

    @Autowired
    FirstReplyService replies;

    @Autowired
    Follows follows;

    private final CustomerId wang = CustomerId.next();
    private Member spare;
    private Member manager;

    @BeforeEach
    void withASpareAndAManager() {
        spare = member("spare", "陈燕");
        manager = member("manager", "顾敏");
        staff.update(tenant(), """
                insert into directory.duty (tenant_id, member_id, spare_id)
                values (:tenant, '%s', '%s')""".formatted(lin.id().value(), spare.id().value()));
        var department = UUID.randomUUID();
        staff.update(tenant(), """
                insert into directory.department (tenant_id, id, company_id, number, parent, name, sort_order)
                values (:tenant, '%s', '%s', 9, 1, '网销', 0)""".formatted(department, company.value()));
        staff.update(tenant(), """
                insert into directory.membership (tenant_id, member_id, department_id, leads)
                values (:tenant, '%s', '%3$s', false), (:tenant, '%s', '%3$s', true)""".formatted(lin.id().value(), manager.id().value(), department));
    }

    @Test
    void tellsTheSpareAndThenTheManager() {
        comes(BY_LINK);
        forward(4);
        assertThat(told(spare)).isZero();

        forward(2);
        assertThat(told(spare)).isEqualTo(1);
        assertThat(told(manager)).isZero();
        forward(6);
        assertThat(told(manager)).isEqualTo(1);
        forward(60);
        assertThat(told(spare)).isEqualTo(1);
        assertThat(told(lin)).isZero();
    }

    @Test
    void staysSilentOnceSomebodyAnswered() {
        comes(BY_LINK);
        forward(2);
        in(() -> {
            follows.contacted(wang, lin.id(), clock.instant());
            return true;
        });
        forward(30);

        assertThat(told(spare) + told(manager)).isZero();
    }

    @Test
    void isAboutLinksAndNotAboutWhoStandsInTheShop() {
        comes(BY_CODE);
        forward(30);

        assertThat(told(spare) + told(manager)).isZero();
    }

    private void comes(int way) {
        var follow = UUID.randomUUID();
        staff.update(tenant(), """
                insert into customer.customer (tenant_id, id, name, type) values (:tenant, '%s', '王女士', 1)""".formatted(wang.value()));
        staff.update(tenant(), """
                insert into customer.identity (tenant_id, id, company_id, external_user_id, customer_id, touched_at)
                values (:tenant, '%1$s', '%2$s', 'wm%1$s', '%1$s', now())""".formatted(wang.value(), company.value()));
        staff.update(tenant(), """
                insert into customer.follow (tenant_id, id, identity_id, customer_id, member_id, state, half,
                    created_at, begun_at, heard_at, remark, description, mobiles, add_way)
                values (:tenant, '%1$s', '%2$s', '%2$s', '%3$s', 'ACTIVE', false, '%4$s', '%4$s', '%4$s', '', '', '{}',
                    %5$s)""".formatted(follow, wang.value(), lin.id().value(), clock.instant(), way));
        in(() -> {
            replies.begin(new ExternalContactAdded(
                    company,
                    wang,
                    new FollowId(follow),
                    lin.id(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    Beginning.NEW_CUSTOMER,
                    clock.instant()));
            return true;
        });
    }

    private void forward(int minutes) {
        clock.forward(Duration.ofMinutes(minutes));
        in(() -> {
            replies.look();
            return true;
        });
    }

    private long told(Member member) {
        return in(() -> jdbc.sql("""
                select count(*) from directory.notice
                where tenant_id = :tenant and kind = 'friend.waiting' and member_id = :member""")
                .param("member", member.id().value())
                .query(Long.class)
                .single());
    }
}
