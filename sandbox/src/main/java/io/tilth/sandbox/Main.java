package io.tilth.sandbox;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Reads the command line: {@code --port N --home FOLDER --public-url URL --seed demo|empty --with-process PID}. */
final class Main {

    private Main() {}

    static void run(List<String> arguments) {
        var settings = new Settings(8081, Optional.empty(), Optional.empty(), Seed.empty());
        var partner = Optional.<ProcessHandle>empty();
        var words = new ArrayDeque<>(arguments);
        while (!words.isEmpty()) {
            String name = words.pop();
            String value = words.pop();
            switch (name) {
                case "--port" -> settings = settings.at(Integer.parseInt(value));
                case "--home" -> settings = settings.in(Path.of(value));
                case "--public-url" -> settings = settings.knownAs(value);
                case "--seed" -> settings = settings.with(Seed.named(value));
                case "--with-process" -> partner = ProcessHandle.of(Long.parseLong(value));
                default -> throw new IllegalArgumentException("Unknown: " + name);
            }
        }
        live(Sandbox.start(settings), partner);
    }

    /** Until it is told to stop, or the process ends for which it was started. */
    private static void live(Sandbox sandbox, Optional<ProcessHandle> partner) {
        var end = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        partner.ifPresent(process -> process.onExit().thenRun(end::countDown));
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(0);
    }
}
