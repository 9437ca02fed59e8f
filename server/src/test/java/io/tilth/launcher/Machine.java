package io.tilth.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** A make-believe machine: a folder of programs as its PATH, and a checkout with the real launcher in it. */
final class Machine {
    private static final List<String> TOOLS = List.of(
            "bash dirname readlink cat grep tr sed awk df head tail find sort xargs sha256sum mkdir mv cp rm sleep realpath"
                    .split(" "));

    private final Path folder;
    private final TreeMap<String, String> environment = new TreeMap<>();

    private Machine(Path folder) {
        this.folder = folder;
    }

    static Machine in(Path folder) throws IOException {
        var machine = new Machine(folder.toRealPath());
        Files.createDirectories(folder.resolve("bin"));
        for (String tool : TOOLS) {
            Files.createSymbolicLink(folder.resolve("bin").resolve(tool), whereIs(tool));
        }
        machine.program("node", "echo v20.20.2");
        machine.program("mvn", """
                mkdir -p server/target sandbox/target/libraries
                echo jar > server/target/tilth-exec.jar
                echo jar > sandbox/target/tilth-sandbox-1.jar
                echo jar > sandbox/target/libraries/javalin.jar
                """);
        machine.write("jvm/jdk-25/release", "JAVA_VERSION=\"25.0.3\"");
        machine.script("jvm/jdk-25/bin/javac", "");
        machine.script("jvm/jdk-25/bin/java", """
                case $* in
                  *jarmode*) mkdir -p "${@: -1}"; echo jar > "${@: -1}/tilth.jar" ;;
                  *io.tilth.sandbox.Sandbox*) echo "sandbox started $*" ;;
                  *) echo "server started $*" ;;
                esac
                """);
        machine.write("tilth/pom.xml", "<project/>");
        machine.write("tilth/server/pom.xml", "<project/>");
        machine.write("tilth/sandbox/pom.xml", "<project/>");
        Files.copy(launcher(), folder.resolve("tilth/tilth"));
        return machine;
    }

    Machine set(String name, String value) {
        environment.put(name, value);
        return this;
    }

    void program(String name, String body) throws IOException {
        Files.deleteIfExists(folder.resolve("bin").resolve(name));
        script("bin/" + name, body);
    }

    void remove(String file) throws IOException {
        Files.delete(folder.resolve(file));
    }

    void write(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    /** The port of the last demo. */
    int port() {
        return Integer.parseInt(environment.get("TILTH_PORT"));
    }

    String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Starts the demo on a port that is free. */
    String demo(String... arguments) throws Exception {
        try (var socket = new ServerSocket(0)) {
            // An even one: the sandbox takes the next, which another test may have been given for itself.
            environment.put("TILTH_PORT", Integer.toString(socket.getLocalPort() & ~1));
        }
        List<String> all = new ArrayList<>(List.of("demo"));
        all.addAll(List.of(arguments));
        return tilth(all.toArray(String[]::new));
    }

    /** What the launcher says when all goes well. */
    String tilth(String... arguments) throws Exception {
        return run(0, arguments);
    }

    /** What the launcher says when it refuses. */
    String refusal(String... arguments) throws Exception {
        return run(1, arguments);
    }

    private String run(int expectedCode, String... arguments) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(folder.resolve("bin/bash").toString(), "tilth"));
        command.addAll(List.of(arguments));
        Path output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command)
                .directory(folder.resolve("tilth").toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", folder.resolve("bin").toString());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("TILTH_JVM_FOLDERS", folder.resolve("jvm").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String words = Files.readString(output, StandardCharsets.UTF_8).strip();
        assertThat(process.exitValue()).as(words).isEqualTo(expectedCode);
        return words;
    }

    private void script(String file, String body) throws IOException {
        write(file, "#!" + whereIs("bash") + "\n" + body);
        Files.setPosixFilePermissions(folder.resolve(file), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path whereIs(String tool) {
        return List.of("/usr/bin", "/bin").stream()
                .map(Path::of)
                .map(directory -> directory.resolve(tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new UncheckedIOException(new IOException(tool + " is missing on this machine")));
    }

    private static Path launcher() {
        Path checkout = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(checkout.resolve("tilth"))) {
            checkout = checkout.getParent();
        }
        return checkout.resolve("tilth");
    }
}
