package io.tilth.e2e;

import io.tilth.drill.site.Balancer;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import java.nio.file.Path;

/** The demo on two servers with one database, behind a load balancer; and a WeCom that knows the balancer alone. */
record Twins(Sandbox sandbox, Balancer front, PackagedServer first, PackagedServer second) implements AutoCloseable {

    static Twins start(Path home) {
        var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()));
        var front = new Balancer();
        // Known to the balancer before it is up: WeCom asks for the address of its callbacks while the first starts.
        var first = PackagedServer.node(home, front.opens(), front.port(), settings(sandbox, front, false));
        var second = PackagedServer.node(home, front.opens(), front.port(), settings(sandbox, front, true));
        return new Twins(sandbox, front, first, second);
    }

    private static String[] settings(Sandbox sandbox, Balancer front, boolean join) {
        var wecom = "http://localhost:" + sandbox.port();
        return new String[] {
            "--tilth.database.join=" + join,
            "--tilth.reach-url=http://127.0.0.1:" + front.port(),
            "--tilth.workbench-url=http://127.0.0.1:" + front.port(),
            "--tilth.wecom.api-url=" + wecom,
            "--tilth.wecom.authorize-url=" + wecom,
            "--tilth.wecom.scan-url=" + wecom,
            "--tilth.wecom.install-url=" + wecom
        };
    }

    /** The second ends the database of the first, which may have been killed. */
    @Override
    public void close() throws Exception {
        second.close();
        first.close();
        first.killDatabase();
        front.close();
        sandbox.close();
    }
}
