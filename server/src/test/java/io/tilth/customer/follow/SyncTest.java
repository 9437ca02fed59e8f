package io.tilth.customer.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import io.tilth.customer.Sandboxed;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.contact.Friendships.Meeting;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.tag.Tag;
import io.tilth.wecom.WecomCustomers;
import java.net.URLEncoder;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Everything a company has, fetched from the sandbox. */
class SyncTest extends Sandboxed {

    @MockitoSpyBean
    WecomCustomers wecom;

    @Test
    void bringsEverybodyAtFirstAndFindsNothingAnewAfterwards() {
        seed(200, 2_000);
        var first = sync();

        assertThat(first.path("state").asString()).as(first.toString()).isEqualTo("DONE");
        assertThat(first.path("kind").asString()).isEqualTo("FIRST");
        assertThat(ours()).isEqualTo(theirs()).hasSize(2_200);
        assertThat(count("customer.customer where tenant_id = :tenant and existing"))
                .isEqualTo(2_000);
        assertThat(count("directory.member where tenant_id = :tenant and has_customers"))
                .isEqualTo(200);
        assertThat(count("kernel.event_publication")).isZero();
        assertThat(first.path("calls").asLong()).isBetween(22L + 4, 60L);

        var second = sync();
        assertThat(second.path("kind").asString()).isEqualTo("ASKED");
        assertThat(differences(second)).isEmpty();
    }

    @Test
    void repairsWhatWasMissedAndSaysWhatItWas() {
        seed(3, 30);
        sync();
        var actors = new Actors(SANDBOX.platform());
        var follow = SANDBOX.world()
                .table(io.tilth.sandbox.contact.Follow.class)
                .all()
                .findFirst()
                .orElseThrow();
        var other = SANDBOX.world()
                .table(io.tilth.sandbox.contact.Follow.class)
                .all()
                .skip(5)
                .findFirst()
                .orElseThrow();
        var group = actors.admins().openTags(CORP, "意向等级", List.of("高", "低"));
        actors.members().delete(CORP, follow.user(), follow.customer());
        actors.members().remark(CORP, other.user(), other.customer(), "A王姐", "爱喝茶");
        actors.customers().add(actors.customers().appear(Person.wechat("newcomer", "新客户", 2)), CORP, "member1", "");

        var drift = differences(sync());
        assertThat(drift)
                .containsEntry("follow.gone", 1)
                .containsEntry("follow.changed", 1)
                .containsEntry("follow.missing", 1)
                .containsEntry("tag.missing", 2);
        assertThat(group).isNotNull();
        assertThat(ours()).isEqualTo(theirs());
        assertThat(count("customer.customer where tenant_id = :tenant and not existing"))
                .isEqualTo(1);
        assertThat(differences(sync())).isEmpty();
    }

    @Test
    void forgetsTagsAndNamesThatWereTakenAway() {
        seed(1, 3);
        var members = new Actors(SANDBOX.platform()).members();
        var tags = tags("高", "低");
        var follow = SANDBOX.world()
                .table(io.tilth.sandbox.contact.Follow.class)
                .all()
                .findFirst()
                .orElseThrow();
        members.tag(CORP, follow.user(), follow.customer(), tags);
        members.remark(CORP, follow.user(), follow.customer(), "王姐姐", "");
        sync();
        members.tag(CORP, follow.user(), follow.customer(), tags.subList(0, 1));
        members.remark(CORP, follow.user(), follow.customer(), "李哥哥", "");
        assertThat(found("王姐姐")).isEqualTo(1);

        assertThat(differences(sync())).containsEntry("tag.changed", 1);

        assertThat(ours()).isEqualTo(theirs());
        assertThat(found("李哥哥")).isEqualTo(1);
        assertThat(found("王姐姐")).isZero();
    }

    @Test
    void goesOnWhereItStopped() {
        seed(150, 1_500);
        var pages = new AtomicInteger();
        doAnswer(call -> {
                    if (pages.incrementAndGet() == 7) {
                        throw new IllegalStateException("The node died.");
                    }
                    return call.callRealMethod();
                })
                .when(wecom)
                .ofMembers(any(), any(), any());
        var run = sync();

        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("DONE");
        assertThat(ours()).isEqualTo(theirs()).hasSize(1_650);
        assertThat(pages.get()).isBetween(18, 21); // each page once, and the seventh again
    }

    @Test
    void saysInWordsWhyItFailed() {
        SANDBOX.reset(Seed.company(2, 4));
        in(() -> jdbc.sql("update wecom.company set corp_id = 'wwnobody' where tenant_id = :tenant")
                .update());
        var run = sync();

        assertThat(run.path("state").asString()).isEqualTo("FAILED");
        assertThat(run.path("reason").asString()).contains("接入");
        assertThat(acme.post("/api/v1/wecom/companies/" + company.value() + "/syncs", "")
                        .statusCode())
                .isEqualTo(202);
        assertThat(acme.get("/api/v1/audit").body()).contains("sync.requested");
    }

    @Test
    void countsAsNewWhoeverCameAfterTheFirstSyncBegan() {
        seed(2, 2);
        var actors = new Actors(SANDBOX.platform());
        sync();
        var person = actors.customers().appear(Person.wechat("shared", "转来的", 1));
        actors.customers().add(person, CORP, "member0", new Meeting("", 201, false, false));
        sync();

        assertThat(count("customer.customer where tenant_id = :tenant and existing"))
                .isEqualTo(2);
        assertThat(read("/api/v1/customers?state=FOLLOWED").path("items").size())
                .isEqualTo(3);
    }

    private static List<String> tags(String... names) {
        new Actors(SANDBOX.platform()).admins().openTags(CORP, "意向等级", List.of(names));
        return SANDBOX.world()
                .table(Tag.class)
                .all()
                .filter(tag -> tag.corp().equals(CORP) && List.of(names).contains(tag.name()))
                .map(Tag::id)
                .toList();
    }

    private int found(String words) {
        return read("/api/v1/customers?q=" + URLEncoder.encode(words, UTF_8))
                .path("items")
                .size();
    }
}
