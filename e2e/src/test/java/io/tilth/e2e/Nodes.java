package io.tilth.e2e;

import io.tilth.drill.site.Balancer;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

/**
 * The demo on three servers with one database, behind nginx as it is described for operators, or, where there is none,
 * behind a plain load balancer; and a WeCom that knows their front alone.
 */
record Nodes(Sandbox sandbox, AutoCloseable front, int port, List<PackagedServer> all) implements AutoCloseable {

    private static final int NUMBER = 3;

    static Nodes start(Path home) throws Exception {
        var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()));
        var ports = new ArrayList<Integer>();
        // Known to the front before they are up: WeCom asks for the address of its callbacks while the first starts.
        var front = Nginx.isHere() ? nginx(home, ports) : balancer(ports);
        var nodes = new ArrayList<PackagedServer>();
        nodes.add(PackagedServer.node(home, ports.getFirst(), front.port(), settings(sandbox, front.port(), false)));
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            var others = ports.stream()
                    .skip(1)
                    .map(port -> hands.submit(
                            () -> PackagedServer.node(home, port, front.port(), settings(sandbox, front.port(), true))))
                    .toList();
            for (var other : others) {
                nodes.add(other.get());
            }
        }
        return new Nodes(sandbox, front.door(), front.port(), nodes);
    }

    PackagedServer first() {
        return all.getFirst();
    }

    PackagedServer last() {
        return all.getLast();
    }

    private record Front(AutoCloseable door, int port) {}

    private static Front nginx(Path home, List<Integer> ports) throws Exception {
        for (int i = 0; i < NUMBER; i++) {
            ports.add(PackagedServer.freePort());
        }
        var nginx = Nginx.before(ports, home.resolve("nginx"));
        return new Front(nginx, nginx.port());
    }

    private static Front balancer(List<Integer> ports) {
        var balancer = new Balancer();
        for (int i = 0; i < NUMBER; i++) {
            ports.add(balancer.opens());
        }
        return new Front(balancer, balancer.port());
    }

    private static String[] settings(Sandbox sandbox, int front, boolean join) {
        var wecom = "http://localhost:" + sandbox.port();
        return new String[] {
            "--tilth.database.join=" + join,
            "--tilth.proxies=127.0.0.1",
            "--tilth.reach-url=http://127.0.0.1:" + front,
            "--tilth.workbench-url=http://127.0.0.1:" + front,
            "--tilth.wecom.api-url=" + wecom,
            "--tilth.wecom.authorize-url=" + wecom,
            "--tilth.wecom.scan-url=" + wecom,
            "--tilth.wecom.install-url=" + wecom
        };
    }

    /** The last ends the database of the first, which may have been killed. */
    @Override
    public void close() throws Exception {
        for (var node : all.reversed()) {
            node.close();
        }
        first().killDatabase();
        front.close();
        sandbox.close();
    }
}
