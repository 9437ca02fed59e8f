package io.tilth.sandbox.judge;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Settings;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Friendships.Meeting;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.kit.Ear;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.sandbox.seed.Neighbours;
import io.tilth.sandbox.world.Change;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import me.chanjar.weixin.cp.api.WxCpService;

/** A sandbox with a few people in it, and WxJava's clients that look at it. */
final class Bench {
    /** One for all judges, so that in the end one can see which paths none of them called. */
    static final Supplier<Bench> SHARED = new Lazy();

    static final int DIRECTORY_AGENT = 1_000_099;
    private static final String DIRECTORY_SECRET = "sandbox-directory-secret";

    private final AtomicInteger people = new AtomicInteger();
    private final Sandbox sandbox = Sandbox.start(Settings.forTest());
    private final Clients clients = new Clients(sandbox);
    private final Browser browser = new Browser(sandbox);
    private final Deeds deeds = new Deeds(this);
    private final Ear ear = new Ear(EmptyCompany.CORP);
    private final Ear orders = new Ear(Neighbours.TEMPLATE);
    private final Ear suite = new Ear(Neighbours.SUITE);

    Bench() {
        for (String[] cast : new String[][] {{"zhangsan", "张三"}, {"lisi", "李四"}, {"wangwu", "王五"}}) {
            join(cast[0], cast[1]);
        }
        change(change -> {
            change.put(new App(
                    corpId(),
                    DIRECTORY_AGENT,
                    "通讯录同步",
                    DIRECTORY_SECRET,
                    App.Kind.DIRECTORY,
                    java.util.Set.of(App.Right.values()),
                    App.Scope.ALL,
                    "",
                    "",
                    java.util.Set.of(),
                    true,
                    java.util.Optional.empty()));
            return change;
        });
        sandbox.callbacks().configure(corpId(), agentId(), ear.address());
        sandbox.features().installations().configure(Neighbours.TEMPLATE, orders.address());
        sandbox.features().installations().configure(Neighbours.SUITE, suite.address());
        sandbox.features().installations().installAtOnce(Neighbours.SUITE, corpId());
    }

    void close() {
        ear.close();
        orders.close();
        suite.close();
        sandbox.close();
    }

    Sandbox sandbox() {
        return sandbox;
    }

    Clients clients() {
        return clients;
    }

    Browser browser() {
        return browser;
    }

    /** What the people do and hear. */
    Deeds deeds() {
        return deeds;
    }

    /** What the app is told. */
    Ear ear() {
        return ear;
    }

    /** What the provider is told. */
    Ear orders() {
        return orders;
    }

    /** What a suite is told of the company that has installed it. */
    Ear suite() {
        return suite;
    }

    WxCpService cp() {
        return clients.cp();
    }

    WxCpService directorySecret() {
        return clients.cpWithSecret(DIRECTORY_SECRET, DIRECTORY_AGENT);
    }

    String corpId() {
        return EmptyCompany.CORP;
    }

    int agentId() {
        return EmptyCompany.AGENT;
    }

    String url() {
        return sandbox.url();
    }

    String api(String path) {
        return cp().getWxCpConfigStorage().getApiUrl(path);
    }

    Instant now() {
        return sandbox.platform().clock().instant();
    }

    void later(Duration by) {
        sandbox.platform().clock().move(by);
        sandbox.platform().timers().run();
    }

    // People

    String newMember() {
        return join("member" + people.incrementAndGet(), "新成员");
    }

    void leaves(String user) {
        change(change -> {
            var member = change.find(Member.class, Member.key(corpId(), user)).orElseThrow();
            return sandbox.platform().directory().leave(change, member);
        });
    }

    Person person() {
        int number = people.incrementAndGet();
        return new Person("%022d".formatted(number), "客户" + number, number % 3, "", "");
    }

    /** A new customer of the member, as an external_userid. */
    String customerOf(String user) {
        return befriend(person(), user).customer();
    }

    Follow befriend(Person person, String user) {
        return befriend(person, user, "st");
    }

    Follow befriend(Person person, String user, String state) {
        return change(change -> {
            change.put(person);
            var member = change.find(Member.class, Member.key(corpId(), user)).orElseThrow();
            return sandbox.platform().friendships().begin(change, member, person, Meeting.byScan(state));
        });
    }

    Person personOf(String customer) {
        return sandbox.platform().contacts().person(corpId(), customer).orElseThrow();
    }

    String chatOf(String owner, String... customers) {
        return change(change -> {
                    var member = change.find(Member.class, Member.key(corpId(), owner))
                            .orElseThrow();
                    var guests = Arrays.stream(customers).map(this::personOf).toList();
                    return sandbox.platform().groupChats().open(change, member, "滨江邻里群", List.of(), guests);
                })
                .id();
    }

    // What the company has

    /** The company's administrator installs the template; gives the auth_code. */
    String installs() {
        return sandbox.features().installations().install(Neighbours.TEMPLATE, corpId(), "zhangsan", "s");
    }

    String suiteTicket() {
        return sandbox.features().installations().pushTicket(Neighbours.TEMPLATE);
    }

    String newLicence() {
        return sandbox.features().licences().buy(corpId());
    }

    boolean isCustomer(String id) {
        return sandbox.world().table(Customer.class).has(Customer.key(corpId(), id));
    }

    <R> R change(Function<Change, R> deed) {
        return sandbox.world().change(deed);
    }

    private String join(String user, String name) {
        change(change -> {
            var member = Member.of(corpId(), user, name, "家居顾问", Department.ROOT)
                    .reachedAt("1390000%04d".formatted(people.incrementAndGet()), 1, user + "@example.com");
            change.put(member);
            return member;
        });
        return user;
    }

    private static final class Lazy implements Supplier<Bench> {
        private Bench bench;

        @Override
        public synchronized Bench get() {
            if (bench == null) {
                bench = new Bench();
            }
            return bench;
        }
    }
}
