package io.tilth.tracking.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.directory.Directories;
import io.tilth.directory.Members.Member;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whose turn it is, and when somebody else's. */
class AlertHandingTest extends AlertKit {

    @Test
    void handsWhatNobodyAnswersToTheSpareAndThenToTheManager() {
        var gu = boss();
        standIn(lin, zhao);
        by(wang).prices().opens();
        forward(14);
        look();
        assertThat(rung(zhao)).isEmpty();
        forward(1);
        look();
        assertThat(rung(zhao)).singleElement().asString().contains("林晓", "王女士");
        assertThat(open(zhao).at("/0/state").asString()).isEqualTo("HANDED");
        assertThat(open(zhao).at("/0/member/name").asString()).isEqualTo("赵一");
        assertThat(rung(gu)).isEmpty();

        forward(15);
        look();
        assertThat(rung(gu)).singleElement().asString().contains("王女士");
        forward(60);
        look();
        assertThat(rung(gu)).hasSize(1);
        assertThat(rung(zhao)).hasSize(1);
    }

    @Test
    void leavesAloneWhatWasAnsweredInTime() {
        standIn(lin, zhao);
        by(wang).prices().opens();
        var id = open(lin).at("/0/id").asString();
        var answer = as(lin, "alert:write").post("/api/v1/alerts/" + id + "/contacted", "{\"how\": \"CALL\"}");

        assertThat(json(answer).at("/state").asString()).isEqualTo("CONTACTED");
        forward(40);
        look();
        assertThat(rung(zhao)).isEmpty();
        assertThat(open(lin).size()).isZero();
        assertThat(all(lin).at("/0/contactedAt").asString()).isNotEmpty();
    }

    @Test
    void asksTheSpareAtOnceWhileTheOwnerRests() {
        standIn(lin, zhao);
        in(() -> {
            rests.rest(lin.id(), true);
            return true;
        });
        by(wang).prices().opens();
        look();

        assertThat(rung(lin)).isEmpty();
        assertThat(rung(zhao)).hasSize(1);
    }

    @Test
    void goesToTheSenderElseToWhoeverKnowsThemBestAndNeverToAStranger() {
        by(wang).sentBy(zhao).stays();
        assertThat(rung(zhao)).isEmpty();
        assertThat(rung(lin)).hasSize(1);

        var both = customer("两人的客户", lin, zhao);
        by(both).sentBy(zhao).stays();
        assertThat(rung(zhao)).hasSize(1);

        by(customer("谁的也不是")).stays();
        assertThat(rung(lin)).hasSize(1);
        assertThat(as(zhao, "alert:read")
                        .get("/api/v1/alerts/" + open(lin).at("/0/id").asString())
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void goesToTheHeirOnceAHandOverHasBegun() {
        var chen = customer("留下的客户", lin);
        run("""
                insert into customer.inheritance (tenant_id, id, company_id, kind, from_id, to_id, state, message,
                    created_by, created_at)
                values (:tenant, '%1$s', '%2$s', 'RESIGNED', '%3$s', '%4$s', 'WAITING', '', '%3$s', now())""".formatted(
                chen.value(), company.value(), lin.id().value(), zhao.id().value()));
        run("""
                insert into customer.inheritance_item (tenant_id, id, inheritance_id, customer_id, wecom_id, name,
                    state, at)
                values (:tenant, '%1$s', '%1$s', '%1$s', 'wm', '留下的客户', 'WAITING', now())""".formatted(chen.value()));
        leaves(lin);
        by(chen).stays();

        assertThat(rung(zhao)).singleElement().asString().contains("留下的客户");
    }

    @Test
    void isGivenToAnotherByAManagerAndByNobodyElse() {
        by(wang).stays();
        var id = open(lin).at("/0/id").asString();
        var body = "{\"memberId\": \"" + zhao.id().value() + "\"}";
        assertThat(as(lin, "alert:read,alert:write")
                        .post("/api/v1/alerts/" + id + "/reassign", body)
                        .statusCode())
                .isEqualTo(403);

        assertThat(acme.post("/api/v1/alerts/" + id + "/reassign", body).statusCode())
                .isEqualTo(200);
        assertThat(rung(zhao)).hasSize(1);
        assertThat(open(zhao).at("/0/member/name").asString()).isEqualTo("赵一");
        assertThat(acme.post("/api/v1/alerts/" + id + "/reassign", body).body()).contains("alert-theirs-already");
    }

    private Member boss() {
        run("""
                insert into directory.department (tenant_id, id, company_id, number, parent, name, sort_order)
                values (:tenant, gen_random_uuid(), '%s', 1, 0, '滨江店', 0) on conflict do nothing""".formatted(company.value()));
        var gu = member("gu", "顾敏");
        for (var who : Map.of(lin, false, gu, true).entrySet()) {
            run("""
                    insert into directory.membership (tenant_id, member_id, department_id, leads)
                    select :tenant, '%s', id, %s from directory.department where tenant_id = :tenant and number = 1
                    on conflict (tenant_id, member_id, department_id) do update set leads = excluded.leads""".formatted(who.getKey().id().value(), who.getValue()));
        }
        return gu;
    }

    private void standIn(Member member, Member spare) {
        var answer = acme.put("/api/v1/members/" + member.id().value() + "/duty", """
                {"spareId": "%s", "shifts": [], "version": 0}""".formatted(
                        spare.id().value()));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private void leaves(Member member) {
        directories.tell(
                tenant(), Directories.contact(company, "delete_user", MORNING, Map.of("UserID", member.userId())));
    }
}
