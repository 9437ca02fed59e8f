package io.tilth.sandbox.seed;

import static io.tilth.sandbox.seed.demo.DemoCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.kit.Caller;
import io.tilth.sandbox.world.Thing;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class SeedTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void makesTheDemoCompanyAsItIsToldOf() {
        try (var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()))) {
            var world = sandbox.world();
            var members = world.table(Member.class).under(CORP + "/").toList();
            var follows = world.table(Follow.class).under(CORP + "/").toList();
            var people = follows.stream().collect(Collectors.groupingBy(Follow::customer));

            assertThat(members.stream().filter(Visibility::isHere)).hasSize(48);
            assertThat(follows).hasSize(11_860);
            assertThat(people).hasSize(9_720);
            assertThat(follows.stream().filter(follow -> follow.bond() == Bond.LEFT_BY_CUSTOMER))
                    .hasSize(96);
            assertThat(people.values().stream().filter(SeedTest::isLost)).hasSize(96);
            assertThat(follows.stream().filter(follow -> follow.user().equals("linxiao")))
                    .hasSize(286);
            assertThat(follows.stream().filter(follow -> follow.user().equals("chenyan")))
                    .hasSize(3_012);
            assertThat(follows.stream().filter(follow -> follow.user().equals("zhoulei")))
                    .hasSize(11);
            assertThat(people.values().stream().filter(SeedTest::isNew)).hasSize(780);
            assertThat(world.table(GroupChat.class).under(CORP + "/")).hasSize(8);
        }
    }

    @Test
    void tellsByWhichCodesTheNewcomersCame() {
        try (var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()))) {
            var byCode = sandbox.world()
                    .table(Follow.class)
                    .under(CORP + "/")
                    .filter(follow -> !follow.state().isEmpty())
                    .collect(Collectors.groupingBy(Follow::state));
            var week = Instant.now().minus(Duration.ofDays(7));

            assertThat(came(byCode, "hemuli-shop-")).isEqualTo(312);
            assertThat(came(byCode, "hemuli-online-douyin")).isEqualTo(186);
            assertThat(came(byCode, "hemuli-estate-") + came(byCode, "hemuli-event-"))
                    .isEqualTo(118);
            assertThat(came(byCode, "hemuli-online-xiaohongshu")).isEqualTo(74);
            assertThat(came(byCode, "hemuli-online-referral")).isEqualTo(52);
            assertThat(came(byCode, "hemuli-online-mp-menu")).isEqualTo(38);
            assertThat(byCode.keySet()).hasSize(36);
            assertThat(byCode.get("hemuli-event-01").stream()
                            .collect(Collectors.groupingBy(Follow::user, Collectors.counting()))
                            .values())
                    .as("three at their cap and one over, and their spare")
                    .containsExactlyInAnyOrder(16L, 16L, 16L, 10L);
            assertThat(byCode.values().stream()
                            .filter(follows -> follows.stream()
                                    .allMatch(follow -> follow.at().isBefore(week))))
                    .as("codes that nobody has scanned for a week")
                    .hasSize(3);
        }
    }

    private static int came(java.util.Map<String, java.util.List<Follow>> byCode, String code) {
        return byCode.entrySet().stream()
                .filter(one -> one.getKey().startsWith(code))
                .mapToInt(one -> one.getValue().size())
                .sum();
    }

    @Test
    void makesTheSameWorldAgain() {
        assertThat(Seed.demo().things(NOW).map(Thing::toString))
                .containsExactlyElementsOf(
                        Seed.demo().things(NOW).map(Thing::toString).collect(Collectors.toList()));
    }

    @Test
    void isThereAgainAfterARestart(@TempDir Path home) {
        var settings = Settings.forTest().in(home).with(Seed.company(20, 300));
        String first;
        try (var sandbox = Sandbox.start(settings)) {
            first = customers(sandbox);
        }
        try (var sandbox = Sandbox.start(settings)) {
            assertThat(customers(sandbox)).isEqualTo(first);
        }
    }

    /** What a big company costs: {@code -Dtilth.long=true} shows it. */
    @Test
    @EnabledIfSystemProperty(named = "tilth.long", matches = "true")
    void holdsTwoHundredThousandCustomers(@TempDir Path home) {
        var settings = Settings.forTest().in(home).with(Seed.company(2_000, 200_000));
        Sandbox.start(settings).close();
        long start = System.nanoTime();
        try (var sandbox = Sandbox.start(settings)) {
            var loading = Duration.ofNanos(System.nanoTime() - start);
            var caller = Caller.of(sandbox, EmptyCompany.CORP, EmptyCompany.SECRET);
            var users = java.util.stream.IntStream.range(0, 100)
                    .mapToObj(BigCompany::user)
                    .toList();
            for (int i = 0; i < 500; i++) {
                page(caller, users);
            }
            start = System.nanoTime();
            for (int i = 0; i < 500; i++) {
                page(caller, users);
            }
            var each = Duration.ofNanos((System.nanoTime() - start) / 500);
            System.gc();
            long used =
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
            System.out.println("loading " + loading + ", a page of 100 " + each + ", memory " + (used >> 20) + " MB");
            assertThat(sandbox.world().table(Follow.class).size()).isEqualTo(220_000);
            assertThat(loading).isLessThan(Duration.ofSeconds(20));
            assertThat(each).isLessThan(Duration.ofMillis(5));
        }
    }

    private static void page(Caller caller, java.util.List<String> users) {
        assertThat(caller.post("/cgi-bin/externalcontact/batch/get_by_user", "userid_list", users, "limit", 100)
                        .path("external_contact_list"))
                .hasSize(100);
    }

    private static boolean isLost(java.util.List<Follow> follows) {
        return follows.stream().allMatch(follow -> follow.bond() == Bond.LEFT_BY_CUSTOMER);
    }

    private static boolean isNew(java.util.List<Follow> follows) {
        var month = Instant.now().minus(Duration.ofDays(30)).minusSeconds(60);
        return follows.stream()
                .map(Follow::at)
                .min(Instant::compareTo)
                .orElseThrow()
                .isAfter(month);
    }

    private static String customers(Sandbox sandbox) {
        return sandbox.world().table(Customer.class).all().map(Customer::key).collect(Collectors.joining());
    }
}
