package io.tilth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there: files of the walks through the code, and pages that they link to. */
class DocsTest {

    private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();
    private static final Path CODE = Path.of("src/main/java/io/tilth");
    private static final Pattern FILE = Pattern.compile("`((?:[a-z]+/)+[A-Z]\\w+)(?:\\.[a-z]\\w*)?`");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#|mailto:)([^)#\\s]+)");

    static Stream<Path> pages() throws IOException {
        try (var docs = Files.walk(PROJECT.resolve("docs"));
                var roots = Files.list(PROJECT)) {
            return Stream.concat(docs, roots).filter(file -> file.toString().endsWith(".md")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void leadsNobodyToWhatIsNotThere(Path page) throws IOException {
        var text = Files.readString(page);
        assertThat(LINK.matcher(text).results().map(link -> link.group(1)))
                .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
        if (page.getParent().endsWith("architecture")) {
            assertThat(FILE.matcher(text).results().map(file -> file.group(1)))
                    .allSatisfy(file -> assertThat(CODE.resolve(file + ".java")).exists());
        }
    }
}
