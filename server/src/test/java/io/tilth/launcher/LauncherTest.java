package io.tilth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code ./tilth} on a machine that has only what the test puts there; Java, Maven and Node are stand-ins. */
class LauncherTest {
    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void setUp() throws IOException {
        machine = Machine.in(folder);
    }

    @Test
    void explainsItselfWithoutAnyCommand() throws Exception {
        assertThat(machine.tilth()).isEqualTo(machine.tilth("help")).contains("demo [--reset]", "backup FILE");
    }

    @Test
    void speaksChineseToAChineseTerminal() throws Exception {
        assertThat(machine.set("LANG", "zh_CN.UTF-8").tilth("help")).contains("用演示企业试用 Tilth");
    }

    @Test
    void refusesAnUnknownCommand() throws Exception {
        assertThat(machine.refusal("dance")).isEqualTo("\"dance\" is not a command; ./tilth help shows them.");
    }

    @Test
    void saysThatTheJdkIsMissing() throws Exception {
        machine.remove("jvm/jdk-25/release");
        assertThat(machine.refusal("demo")).contains("JDK 25 was not found", "JAVA_HOME");
    }

    @Test
    void takesNoOlderJdk() throws Exception {
        machine.write("jvm/jdk-25/release", "JAVA_VERSION=\"21.0.9\"");
        assertThat(machine.refusal("demo")).contains("JDK 25 was not found");
    }

    @Test
    void saysThatNodeIsMissingOrTooOld() throws Exception {
        machine.program("node", "echo v18.19.0");
        assertThat(machine.refusal("demo")).contains("Node 20 or newer was not found");
        machine.remove("bin/node");
        assertThat(machine.refusal("demo")).contains("Node 20 or newer was not found");
    }

    @Test
    void saysThatMavenIsMissing() throws Exception {
        machine.remove("bin/mvn");
        assertThat(machine.refusal("demo")).contains("Maven was not found");
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());
            assertThat(machine.refusal("demo", "--port", port)).contains("Port " + port + " is taken");
            assertThat(machine.set("TILTH_PORT", port).refusal("demo")).contains("Port " + port + " is taken");
        }
    }

    @Test
    void refusesWhatIsNoPort() throws Exception {
        for (String port : List.of("0", "65536", "http", "-1", "")) {
            assertThat(machine.refusal("demo", "--port", port)).contains("is not a port");
        }
        assertThat(machine.refusal("demo", "--port")).contains("is not a port");
    }

    @Test
    void refusesADiskThatIsNearlyFull() throws Exception {
        machine.program("df", "echo Filesystem; echo /dev/sda 10000000 9400000 600000 94% /");
        assertThat(machine.refusal("demo")).contains("Only 585 MB are free", "free some space");
    }

    @Test
    void buildsOnceAndAgainOnlyWhenTheSourcesChange() throws Exception {
        assertThat(machine.demo()).contains("Building Tilth");
        assertThat(machine.demo()).doesNotContain("Building");

        machine.write("tilth/server/src/test/java/Test.java", "a test");
        assertThat(machine.demo()).doesNotContain("Building");
        machine.write("tilth/server/src/main/java/Main.java", "a change");
        assertThat(machine.demo()).contains("Building Tilth");
        machine.write("tilth/sandbox/src/test/java/Test.java", "a test");
        assertThat(machine.demo()).doesNotContain("Building");
        machine.write("tilth/sandbox/src/main/java/Main.java", "a change");
        assertThat(machine.demo()).contains("Building Tilth");
    }

    @Test
    void needsNoBuildersOnceItIsBuilt() throws Exception {
        machine.demo();
        machine.remove("bin/mvn");
        machine.remove("bin/node");
        assertThat(machine.demo()).contains("server started");
    }

    @Test
    void showsTheEndOfAFailedBuild() throws Exception {
        machine.program("mvn", "echo 'the reason'; exit 1");
        assertThat(machine.refusal("demo")).contains("the reason", "The build failed", ".tilth/build.log");
    }

    @Test
    void startsTheDemoInItsOwnFolder() throws Exception {
        assertThat(machine.demo("--tilth.extra=1"))
                .contains("--spring.profiles.active=demo", "/tilth/.tilth/demo", "--tilth.extra=1", "-Xmx256m");
    }

    @Test
    void startsTheSandboxBesideTheDemoAndPointsTheServerToIt() throws Exception {
        String words = machine.demo();
        int port = machine.port() + 1;
        assertThat(words)
                .contains("http://127.0.0.1:" + port + "/phone")
                .contains("--tilth.wecom.api-url=http://localhost:" + port);
        Awaitility.await()
                .untilAsserted(() -> assertThat(machine.read("tilth/.tilth/sandbox.log"))
                        .contains(
                                "--port " + port,
                                "/tilth/.tilth/demo/sandbox",
                                "--seed demo",
                                "--with-process",
                                "-Xmx192m"));
    }

    @Test
    void saysThatThePortOfTheSandboxIsTaken() throws Exception {
        try (var other = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();
            assertThat(machine.refusal("demo", "--port", Integer.toString(port - 1)))
                    .contains("Port " + port + " is taken");
        }
    }

    @Test
    void forgetsTheDemoOnlyWhenAsked() throws Exception {
        machine.write("tilth/.tilth/demo/data/PG_VERSION", "18");
        machine.demo();
        assertThat(folder.resolve("tilth/.tilth/demo")).exists();
        machine.demo("--reset");
        assertThat(folder.resolve("tilth/.tilth/demo")).doesNotExist();
    }

    @Test
    void runsForProductionWithTheFileOfSettings() throws Exception {
        machine.write("tilth/my settings.yml", "");
        assertThat(machine.tilth("run", "--config", "my settings.yml"))
                .contains("--spring.profiles.active=prod", "additional-location=file:", "/tilth/my settings.yml");
        assertThat(machine.refusal("run", "--config", "nothing.yml")).contains("\"nothing.yml\" does not exist");
    }

    @Test
    void passesBackupAndRestoreOn() throws Exception {
        assertThat(machine.tilth("backup", "a.zip", "--demo", "--more"))
                .contains("--tilth.command=backup", "/tilth/a.zip", "active=demo", "database.join=true", "--more");
        assertThat(machine.tilth("restore", "a.zip"))
                .contains("--tilth.command=restore", "active=prod")
                .doesNotContain("join");
        assertThat(machine.tilth("operator")).contains("--tilth.command=operator");
        assertThat(machine.refusal("backup")).contains("Say which file");
    }
}
