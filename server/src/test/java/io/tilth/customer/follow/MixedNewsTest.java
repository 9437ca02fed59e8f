package io.tilth.customer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.Sandboxed;
import io.tilth.sandbox.actor.Actors;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.sandbox.tag.Tag;
import io.tilth.wecom.CallbackAddresses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** People do a great deal; the callbacks come twice, late and mixed up, and calls fail. In the end we know it all. */
class MixedNewsTest extends Sandboxed {

    private static final int DEEDS = Boolean.getBoolean("tilth.long") ? 20_000 : 1_500;
    private static final int MEMBERS = 20;

    @Autowired
    CallbackAddresses addresses;

    private final SplittableRandom random = new SplittableRandom(20261122);
    private final List<String> tags = new ArrayList<>();
    private Actors actors;

    @AfterEach
    void noMoreFaults() {
        SANDBOX.faults().set(Faults.none());
    }

    @Test
    void knowsInTheEndWhatWecomKnows() {
        seed(MEMBERS, 200);
        sync();
        actors = new Actors(SANDBOX.platform());
        actors.admins().openTags(CORP, "意向等级", List.of("高", "中", "低"));
        SANDBOX.world()
                .table(Tag.class)
                .all()
                .filter(tag -> tag.corp().equals(CORP))
                .forEach(tag -> tags.add(tag.id()));
        listen();
        SANDBOX.faults()
                .set(Faults.none()
                        .seeded(7)
                        .lasting(200, 1_000)
                        .with(Fault.CALLBACK_TWICE, 0.05)
                        .with(Fault.CALLBACK_SHUFFLED, 0.05)
                        .with(Fault.CALLBACK_LATE, 0.01)
                        .with(Fault.BUSY, 0.02)
                        .with(Fault.DROPPED, 0.01)
                        .with(Fault.EXPIRED, 0.005));
        for (int i = 0; i < DEEDS; i++) {
            SANDBOX.world().clock().move(Duration.ofSeconds(2)); // WeCom's times are whole seconds
            deed(i);
        }
        Awaitility.await()
                .pollInSameThread()
                .pollInterval(Duration.ofSeconds(1))
                .atMost(Duration.ofMinutes(Boolean.getBoolean("tilth.long") ? 15 : 3))
                .untilAsserted(this::isQuiet);

        assertThat(halves()).isEqualTo(halvesThere());
    }

    private void isQuiet() {
        assertThat(waiting()).as("callbacks that wait").isZero();
        assertThat(count("customer.wanted_profile where tenant_id = :tenant"))
                .as("profiles that are wanted")
                .isZero();
        assertThat(count("customer.wanted_tags where tenant_id = :tenant"))
                .as("companies whose tags are wanted")
                .isZero();
        assertThat(ours()).isEqualTo(theirs());
    }

    private long waiting() {
        return in(() -> addresses.traffic(company).waiting());
    }

    private void listen() {
        var issued = in(() -> addresses.issue(company, CORP));
        var url = "http://localhost:" + port + issued.url().getPath();
        actors.admins()
                .set(
                        CORP,
                        EmptyCompany.AGENT,
                        app -> app.with(new App.CallbackAddress(url, issued.token(), issued.aesKey(), Set.of())));
    }

    private void deed(int number) {
        switch (random.nextInt(10)) {
            case 0, 1 -> meet(number, random.nextInt(4) == 0);
            case 2 ->
                any(Bond.FULL).ifPresent(follow -> actors.members().delete(CORP, follow.user(), follow.customer()));
            case 3 ->
                any(Bond.FULL).ifPresent(follow -> actors.customers().delete(person(follow), CORP, follow.user()));
            case 4 ->
                any(Bond.HALF).ifPresent(follow -> actors.members().complete(CORP, follow.user(), follow.customer()));
            case 5 ->
                any(Bond.LEFT_BY_CUSTOMER)
                        .ifPresent(follow -> actors.customers().add(person(follow), CORP, follow.user(), "again"));
            case 6, 7 ->
                any(Bond.FULL)
                        .ifPresent(follow -> actors.members()
                                .remark(CORP, follow.user(), follow.customer(), "备注" + number, "记 " + number));
            default ->
                any(Bond.FULL)
                        .ifPresent(follow -> actors.members()
                                .tag(
                                        CORP,
                                        follow.user(),
                                        follow.customer(),
                                        List.of(tags.get(random.nextInt(tags.size())))));
        }
    }

    private void meet(int number, boolean half) {
        var person = actors.customers().appear(Person.wechat("newcomer" + number, "新客户 " + number, 1 + number % 2));
        var user = "member" + random.nextInt(MEMBERS);
        if (half) {
            actors.customers().addHalf(person, CORP, user, "code-" + number);
        } else {
            actors.customers().add(person, CORP, user, "code-" + number);
        }
    }

    private Optional<io.tilth.sandbox.contact.Follow> any(Bond bond) {
        var all = SANDBOX.world()
                .table(io.tilth.sandbox.contact.Follow.class)
                .all()
                .filter(follow -> follow.corp().equals(CORP) && follow.bond() == bond)
                .limit(500)
                .toList();
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
    }

    private static Person person(io.tilth.sandbox.contact.Follow follow) {
        return SANDBOX.platform().contacts().person(CORP, follow.customer()).orElseThrow();
    }

    private long halves() {
        return count("customer.follow where tenant_id = :tenant and half and state = 'ACTIVE'");
    }

    private static long halvesThere() {
        return SANDBOX.world()
                .table(io.tilth.sandbox.contact.Follow.class)
                .all()
                .filter(follow -> follow.corp().equals(CORP) && follow.bond() == Bond.HALF)
                .count();
    }
}
