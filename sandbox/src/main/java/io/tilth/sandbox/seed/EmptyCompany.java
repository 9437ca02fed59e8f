package io.tilth.sandbox.seed;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.world.Change;
import java.util.Set;

/** A company on its first day. */
public final class EmptyCompany {
    public static final String CORP = "ww5a9d0c7e31f24b68";
    public static final int AGENT = 1000002;
    public static final String SECRET = "sandbox-empty-company-app-secret-0000000000";

    private EmptyCompany() {}

    public static void plant(Platform platform, Change change) {
        change.put(Corp.of(CORP, "新公司"));
        change.put(new Department(CORP, Department.ROOT, "新公司", 0, 100_000_000));
        change.put(App.selfBuilt(CORP, AGENT, "Tilth", SECRET).withTrust(Neighbours.DOMAIN, Set.of()));
        Neighbours.plant(change);
    }
}
