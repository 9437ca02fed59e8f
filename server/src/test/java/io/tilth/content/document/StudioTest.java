package io.tilth.content.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudioTest {

    private static final String CLASS_PATH = "java.class.path";

    @TempDir
    Path folder;

    /** As after {@code java -jar target/tilth.jar}: the painter works in another folder than we do. */
    @Test
    void paintsWhereverTheServerWasStartedFrom() throws IOException {
        Files.writeString(folder.resolve(Painter.PDF), "no document at all");
        var whole = System.getProperty(CLASS_PATH);
        var here = Path.of("").toAbsolutePath();
        System.setProperty(
                CLASS_PATH,
                Stream.of(whole.split(File.pathSeparator))
                        .map(entry ->
                                here.relativize(Path.of(entry).toAbsolutePath()).toString())
                        .collect(Collectors.joining(File.pathSeparator)));
        try {
            var outcome = new Studio(folder).paint(new Nobody());
            assertThat(outcome.refusal()).contains("document-broken"); // it was looked at
        } finally {
            System.setProperty(CLASS_PATH, whole);
        }
    }

    private static final class Nobody implements Studio.Visitor {
        @Override
        public void pages(int pages) {}

        @Override
        public void page(Rendered page, int pages) {}
    }
}
