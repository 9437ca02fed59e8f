package io.tilth.sandbox;

import io.tilth.sandbox.seed.BigCompany;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.sandbox.seed.demo.DemoCompany;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.stream.Stream;

/** What a new world begins with. The same seed at the same time makes the same world. */
public interface Seed {

    Stream<? extends Thing> things(Instant now);

    /** One company with one app, a root department and nobody in it. */
    static Seed empty() {
        return now -> EmptyCompany.things();
    }

    /** 「禾木里全屋定制」, and a second, smaller company. */
    static Seed demo() {
        return now -> new DemoCompany(now).things();
    }

    /** One company of any size, with the app of {@link #empty}; every tenth customer has a second follower. */
    static Seed company(int members, int customers) {
        return now -> new BigCompany(members, customers, now).things();
    }

    static Seed named(String name) {
        return switch (name) {
            case "empty" -> empty();
            case "demo" -> demo();
            default -> throw new IllegalArgumentException("There is no seed of this name: " + name);
        };
    }
}
