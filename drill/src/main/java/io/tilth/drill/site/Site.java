package io.tilth.drill.site;

import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.Seed;
import io.tilth.sandbox.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that can be broken: one or two servers of the demo on one database, a balancer before them, and a WeCom that
 * knows the balancer alone.
 *
 * @param jar of the server as it is now
 * @param first keeps the database; an old version runs there until it is upgraded
 * @param second joins it, while it runs
 */
public record Site(Path jar, Sandbox sandbox, Balancer front, Node first, Node second, Database database)
        implements AutoCloseable {

    public static final String CORP = "ww8c1f0e6b2a7d4953";

    /**
     * @param jar of the packaged server
     * @param home is thrown away by whoever made it
     * @param isOld whether the first server begins as the version before
     */
    public static Site open(Path jar, Path home, boolean isOld) throws IOException, InterruptedException {
        var sandbox = Sandbox.start(Settings.forTest().with(Seed.demo()));
        var front = new Balancer();
        var begun = isOld ? OldVersion.of(jar, home) : jar;
        var first = node("first server", begun, home, settings(sandbox, front, home, false), front);
        var second = node("second server", jar, home, settings(sandbox, front, home, true), front);
        var site = new Site(jar, sandbox, front, first, second, new Database(home));
        try {
            first.start();
            return site;
        } catch (IOException | InterruptedException | RuntimeException failure) {
            site.close();
            throw failure;
        }
    }

    /** The balancer knows it before it is up: WeCom asks for the address of its callbacks while the first starts. */
    private static Node node(String name, Path jar, Path home, List<String> settings, Balancer front) {
        return new Node(name, front.opens(), home.resolve(name.replace(' ', '-') + ".log"), jar, settings);
    }

    private static List<String> settings(Sandbox sandbox, Balancer front, Path home, boolean joins) {
        var wecom = "http://localhost:" + sandbox.port();
        var phones = "http://127.0.0.1:" + sandbox.port();
        return new ArrayList<>(List.of(
                "--spring.profiles.active=demo",
                "--tilth.home=" + home,
                "--tilth.database.join=" + joins,
                "--tilth.public-url=http://localhost:" + front.port(),
                "--tilth.reach-url=http://127.0.0.1:" + front.port(),
                "--tilth.workbench-url=http://127.0.0.1:" + front.port(),
                "--tilth.wecom.api-url=" + wecom,
                "--tilth.wecom.authorize-url=" + phones,
                "--tilth.wecom.scan-url=" + wecom,
                "--tilth.wecom.install-url=" + wecom));
    }

    /** From its next start on the first server is what the second is. */
    public void upgrade() {
        first.change(jar);
    }

    public Disk disk() {
        return new Disk(database.home());
    }

    /** The second ends the database of the first, which may have been killed. */
    @Override
    public void close() throws InterruptedException, IOException {
        second.stop();
        first.stop();
        database.kill();
        front.close();
        sandbox.close();
    }
}
