package io.tilth.content.document;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A process of its own in which a document is painted. Documents come from anywhere: one made to fill the memory or to
 * take for ever ends there, not in the house.
 */
record Studio(Path folder, Duration patience) {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HEAVY = "document-too-heavy";

    Studio(Path folder) {
        this(folder, PATIENCE);
    }

    Outcome paint(Visitor visitor) throws IOException {
        var process = start();
        var bell = CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS);
        bell.execute(process::destroyForcibly);
        try (var lines = process.inputReader(UTF_8)) {
            return listen(lines, visitor);
        } finally {
            process.destroyForcibly();
        }
    }

    private Outcome listen(BufferedReader lines, Visitor visitor) throws IOException {
        int pages = 0;
        boolean fontsMissing = false;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var words = line.split(" ");
            switch (words[0]) {
                case "pages" -> {
                    pages = Integer.parseInt(words[1]);
                    visitor.pages(pages);
                }
                case "page" -> visitor.page(page(words), pages);
                case "fonts" -> fontsMissing = true;
                case "refused" -> {
                    return new Outcome(0, false, Optional.of(words[1]));
                }
                case "done" -> {
                    return new Outcome(pages, fontsMissing, Optional.empty());
                }
                default -> {} // a library that talks
            }
        }
        return new Outcome(0, false, Optional.of(HEAVY)); // it died or was stopped before it was done
    }

    private Rendered page(String[] words) throws IOException {
        int number = Integer.parseInt(words[1]);
        var picture = folder.resolve(number + ".jpg");
        var text = folder.resolve(number + ".txt");
        var page = new Rendered(
                number,
                Files.readAllBytes(picture),
                Integer.parseInt(words[2]),
                Integer.parseInt(words[3]),
                Files.readString(text));
        Files.delete(picture);
        Files.delete(text);
        return page;
    }

    /** With nothing of ours in its environment: whoever takes it over finds no key there. */
    private Process start() throws IOException {
        var builder = new ProcessBuilder(command()).directory(folder.toFile()).redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    private List<String> command() {
        var temp = System.getProperty("java.io.tmpdir");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + folder,
                "-Dpdfbox.fontcache=" + temp, // to look through all fonts takes seconds: once is enough
                "-cp",
                classPath()));
        if (isPacked()) {
            command.add("-Dloader.main=" + Painter.class.getName());
            command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
        } else {
            command.add(Painter.class.getName());
        }
        command.add(folder.toString());
        return command;
    }

    /** Ours, as seen from any folder: whoever started us may have named it from where they stood. */
    private static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Whether our classes lie within a jar of jars, which only its own launcher can read. */
    private static boolean isPacked() {
        var source = Painter.class.getProtectionDomain().getCodeSource();
        return source != null && source.getLocation().toString().contains("nested:");
    }

    /** Told as the work goes on. */
    interface Visitor {
        void pages(int pages);

        void page(Rendered page, int pages);
    }

    /** @param refusal why there are no pages, as the code of a sentence */
    record Outcome(int pages, boolean fontsMissing, Optional<String> refusal) {}
}
