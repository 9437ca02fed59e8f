package io.tilth.sandbox.seed.demo;

import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.App.Right;
import io.tilth.sandbox.corp.App.Scope;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.seed.Names;
import io.tilth.sandbox.seed.Neighbours;
import io.tilth.sandbox.world.Ids;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** The company on which one tries Tilth. Its ids and secrets are printed in the guide and open nothing else. */
public final class DemoCompany {
    public static final String CORP = "ww8c1f0e6b2a7d4953";
    public static final int AGENT = 1000002;
    public static final String SECRET = "demo-hemuli-app-secret-8c1f0e6b2a7d4953-001";
    public static final int DIRECTORY_AGENT = 2000002;
    public static final String DIRECTORY_SECRET = "demo-hemuli-directory-secret-8c1f0e6b2a7d49";

    private final SplittableRandom random = new SplittableRandom(20261122);
    private final Ids ids = new Ids(random.split());
    private final Names names = new Names(random.split());
    private final Instant now;

    public DemoCompany(Instant now) {
        this.now = now;
    }

    public Stream<Thing> things() {
        var staff = new Staff(CORP, names, now);
        var tags = new TagShelf(CORP, ids, now);
        var clients = new Clients(staff, tags, ids, names, random.split(), now);
        var estates = new Estates(staff, clients, ids, random.split(), now);
        return Stream.of(
                        company(),
                        staff.things(),
                        tags.things(),
                        clients.things(),
                        estates.things(),
                        new SecondCompany(ids, names, now).things(),
                        new NewShop(ids, names, now).things(),
                        Neighbours.things())
                .flatMap(things -> things);
    }

    private static Stream<Thing> company() {
        return Stream.of(
                Corp.of(CORP, "禾木里全屋定制"),
                App.selfBuilt(CORP, AGENT, "Tilth 客户经营", SECRET).withTrust(Neighbours.DOMAIN, Set.of()),
                directory(CORP));
    }

    /** 通讯录同步, whose secret alone may change the directory. */
    private static App directory(String corp) {
        return new App(
                corp,
                DIRECTORY_AGENT,
                "通讯录同步",
                DIRECTORY_SECRET,
                App.Kind.DIRECTORY,
                Set.<Right>of(),
                Scope.ALL,
                "",
                "",
                Set.of(),
                true,
                Optional.empty());
    }
}
