package io.tilth.sandbox.seed;

import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.world.Thing;
import java.util.Set;
import java.util.stream.Stream;

/** A company on its first day. */
public final class EmptyCompany {
    public static final String CORP = "ww5a9d0c7e31f24b68";
    public static final int AGENT = 1000002;
    public static final String SECRET = "sandbox-empty-company-app-secret-0000000000";

    private EmptyCompany() {}

    public static Stream<Thing> things() {
        var company = Stream.of(
                Corp.of(CORP, "新公司"),
                new Department(CORP, Department.ROOT, "新公司", 0, 100_000_000),
                App.selfBuilt(CORP, AGENT, "Tilth", SECRET).withTrust(Neighbours.DOMAIN, Set.of()));
        return Stream.concat(company, Neighbours.things());
    }
}
