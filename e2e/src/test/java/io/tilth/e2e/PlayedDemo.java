package io.tilth.e2e;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import java.nio.file.Path;

/** The demo as {@code ./tilth demo} starts it: the server, and beside it a WeCom to play with. */
record PlayedDemo(Sandbox sandbox, PackagedServer server) implements AutoCloseable {

    static PlayedDemo start(Path home) {
        var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()));
        var wecom = "http://localhost:" + sandbox.port();
        // Another name of this machine: what members and customers open on the phones shares no cookie with the
        // console.
        var phones = "http://127.0.0.1:" + sandbox.port();
        int port = PackagedServer.freePort();
        var server = PackagedServer.start(
                home,
                port,
                "--tilth.reach-url=http://127.0.0.1:" + port,
                "--tilth.workbench-url=http://127.0.0.1:" + port,
                "--tilth.framed-by=" + phones,
                "--tilth.wecom.api-url=" + wecom,
                "--tilth.wecom.authorize-url=" + phones,
                "--tilth.wecom.script-url=" + phones + "/wwopen/js/jssdk.js",
                "--tilth.wecom.scan-url=" + wecom,
                "--tilth.wecom.install-url=" + wecom);
        return new PlayedDemo(sandbox, server);
    }

    String phones() {
        return "http://127.0.0.1:" + sandbox.port() + "/phone/?member=ww8c1f0e6b2a7d4953:linxiao";
    }

    @Override
    public void close() throws Exception {
        server.close();
        sandbox.close();
    }
}
