package io.tilth.sandbox.phone;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.callback.Delivered;
import io.tilth.sandbox.callback.Delivered.Outcome;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.App.CallbackAddress;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.fault.Fault;
import io.tilth.sandbox.fault.Faults;
import io.tilth.sandbox.groupchat.GroupChat;
import io.tilth.sandbox.world.Thing;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The drawer: companies and apps, clock, faults, the world as a whole. */
final class ConsoleRoutes {
    private static final String ROOT = Phone.ROOT + "/console";
    private static final long LONGEST_STEP_MINUTES = 400L * 24 * 60;

    private final Sandbox sandbox;
    private final Live live;
    private final Shelf shelf;

    ConsoleRoutes(Sandbox sandbox, Live live) {
        this.sandbox = sandbox;
        this.live = live;
        this.shelf = new Shelf(sandbox.settings().home());
    }

    void serve(RoutesConfig http, Web web) {
        http.get(ROOT + "/companies", web.read(context -> companies()));
        http.post(ROOT + "/apps/{corp}/{agent}/callback", web.silent(this::setCallback));
        http.post(ROOT + "/apps/{corp}/{agent}/pages", web.silent(this::setPages));
        http.post(ROOT + "/clock", web.silent(this::move));
        http.get(ROOT + "/faults", web.read(context -> faults()));
        http.post(ROOT + "/faults", web.silent(this::setFaults));
        http.get(ROOT + "/world", web.read(context -> world()));
        http.post(ROOT + "/world/save", web.silent(context -> sandbox.world().save(shelf.place(name(context)))));
        http.post(ROOT + "/world/load", web.silent(context -> {
            sandbox.world().load(shelf.find(name(context)));
            live.stir();
        }));
        http.post(ROOT + "/world/reset", web.silent(context -> {
            sandbox.reset(Seed.named(Web.text(Web.body(context), "seed")));
            live.stir();
        }));
    }

    private List<Company> companies() {
        var delivered = sandbox.callbacks().log().newest(2_000);
        return sandbox.world()
                .table(Corp.class)
                .all()
                .map(corp -> company(corp, delivered))
                .sorted(Comparator.comparing(Company::customers).reversed())
                .toList();
    }

    private Company company(Corp corp, List<Delivered> delivered) {
        var world = sandbox.world();
        long members = world.table(Member.class)
                .under(corp.id() + "/")
                .filter(member -> member.status() != Member.Status.LEFT)
                .count();
        var apps = world.table(App.class)
                .under(corp.id() + "/")
                .map(app -> app(app, delivered))
                .toList();
        return new Company(
                corp.id(),
                corp.name(),
                members,
                world.table(Customer.class).under(corp.id() + "/").count(),
                apps);
    }

    private AppState app(App app, List<Delivered> delivered) {
        var pages = sandbox.world().find(AppPages.class, AppPages.key(app.corp(), app.agent()));
        String address = "app:" + app.key();
        return new AppState(
                app.agent(),
                app.name(),
                app.kind().name(),
                app.secret(),
                app.enabled(),
                app.trustedDomain(),
                pages.map(AppPages::home).orElse(""),
                pages.map(AppPages::sidebar).orElse(""),
                app.callback(),
                count(delivered, address, Outcome.DELIVERED),
                count(delivered, address, Outcome.FAILED));
    }

    private static long count(List<Delivered> delivered, String address, Outcome outcome) {
        return delivered.stream()
                .filter(one ->
                        one.outcome() == outcome && one.delivery().address().equals(address))
                .count();
    }

    private void setCallback(Context http) {
        var body = Web.body(http);
        var app = app(http);
        var address =
                new CallbackAddress(Web.text(body, "url"), Web.text(body, "token"), Web.text(body, "aesKey"), Set.of());
        sandbox.callbacks().configure(app.corp(), app.agent(), address).ifPresent(problem -> {
            throw new IllegalStateException(problem);
        });
    }

    private void setPages(Context http) {
        var body = Web.body(http);
        var app = app(http);
        sandbox.world().change(change -> {
            change.put(new AppPages(app.corp(), app.agent(), Web.text(body, "home"), Web.text(body, "sidebar")));
            change.put(app.withTrust(Web.text(body, "domain"), app.trustedAddresses()));
            return app;
        });
    }

    private App app(Context http) {
        int agent = http.pathParamAsClass("agent", Integer.class).get();
        return sandbox.world()
                .find(App.class, App.key(http.pathParam("corp"), agent))
                .orElseThrow(() -> new NoSuchElementException("没有这个应用"));
    }

    private void move(Context http) {
        long minutes = Web.body(http).path("minutes").asLong(0);
        if (minutes < 1 || minutes > LONGEST_STEP_MINUTES) {
            throw new IllegalArgumentException("一次可以往前拨 1 分钟到 400 天");
        }
        sandbox.platform().clock().move(Duration.ofMinutes(minutes));
    }

    private FaultSet faults() {
        var faults = sandbox.faults().faults();
        return new FaultSet(
                faults.seed(),
                faults.slowMillis(),
                faults.lateMillis(),
                faults.path(),
                faults.rates(),
                Stream.of(Fault.values()).map(Fault::name).toList());
    }

    private void setFaults(Context http) {
        var body = Web.body(http);
        var rates = new EnumMap<Fault, Double>(Fault.class);
        body.path("rates")
                .forEachEntry((name, rate) -> rates.put(Fault.valueOf(name), Math.clamp(rate.asDouble(0), 0.0, 1.0)));
        sandbox.faults()
                .set(new Faults(
                        body.path("seed").asLong(1),
                        rates,
                        Math.max(0, body.path("slowMillis").asInt(2_000)),
                        Math.max(0, body.path("lateMillis").asInt(3_000)),
                        "",
                        Web.text(body, "path")));
    }

    private WorldState world() {
        var counts = new LinkedHashMap<String, Integer>();
        counts.put("companies", size(Corp.class));
        counts.put("members", size(Member.class));
        counts.put("customers", size(Person.class));
        counts.put("follows", size(Follow.class));
        counts.put("groups", size(GroupChat.class));
        counts.put("messages", size(ChatMessage.class) + size(FriendMessage.class));
        return new WorldState(shelf.all(), counts, SEEDS);
    }

    private <T extends Thing> int size(Class<T> kind) {
        return sandbox.world().table(kind).size();
    }

    private static String name(Context http) {
        return Web.text(Web.body(http), "name");
    }

    private static final List<String> SEEDS =
            Stream.of("demo", "empty").filter(ConsoleRoutes::isSeed).toList();

    private static boolean isSeed(String name) {
        try {
            return Seed.named(name) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    record Company(String id, String name, long members, long customers, List<AppState> apps) {}

    record AppState(
            int agent,
            String name,
            String kind,
            String secret,
            boolean enabled,
            String domain,
            String home,
            String sidebar,
            Optional<CallbackAddress> callback,
            long sent,
            long failed) {}

    record FaultSet(
            long seed, int slowMillis, int lateMillis, String path, Map<Fault, Double> rates, List<String> kinds) {}

    record WorldState(List<Shelf.Saved> saved, Map<String, Integer> counts, List<String> seeds) {}
}
