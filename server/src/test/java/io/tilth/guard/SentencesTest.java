package io.tilth.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server itself says, it says in both languages; and it never shows a key instead of a sentence. */
class SentencesTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path CODE = Path.of("src/main/java");
    private static final Pattern FACT = Pattern.compile("\\{(\\d)");
    private static final Pattern CHINESE_OUTSIDE_PLACEHOLDERS = Pattern.compile("\\p{IsHan}(?![^{]*})");
    private static final Pattern REFUSED =
            Pattern.compile("\\bRefusal\\s*\\.\\s*\\w+\\((?:[^;\"]*)\"([a-z]+(?:-[a-z0-9]+)+)\"");
    private static final Pattern WORD = Pattern.compile("\\{\\{[#/]?w\\.([\\w-]+)");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(RESOURCES.resolve("i18n"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> !name.endsWith("_en.properties"))
                    .map(name -> name.replace(".properties", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void areThereInBothLanguagesWithTheSameFacts(String module) throws IOException {
        var chinese = sentences(module);
        var english = sentences(module + "_en");
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(chinese.stringPropertyNames());
        assertThat(chinese.stringPropertyNames())
                .allSatisfy(key -> assertThat(facts(english, key)).isEqualTo(facts(chinese, key)));
        assertThat(english.values())
                .map(String::valueOf)
                .noneMatch(text -> CHINESE_OUTSIDE_PLACEHOLDERS.matcher(text).find());
    }

    @Test
    void areThereForEachRefusalAndEachWordOfTheReadersPages() throws IOException {
        var known = known();
        assertThat(found(CODE, ".java", REFUSED)).hasSizeGreaterThan(100);
        assertThat(found(CODE, ".java", REFUSED)).allMatch(code -> known.contains("problem." + code));
        assertThat(found(RESOURCES.resolve("reach"), ".html", WORD)).isNotEmpty();
        assertThat(found(RESOURCES.resolve("reach"), ".html", WORD)).allMatch(word -> known.contains("reach." + word));
    }

    private static Set<String> known() throws IOException {
        return modules()
                .flatMap(module -> sentences(module).stringPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static Set<String> facts(Properties sentences, String key) {
        return FACT.matcher(sentences.getProperty(key))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Properties sentences(String file) {
        var sentences = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("i18n").resolve(file + ".properties"))) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sentences;
    }

    private static Set<String> found(Path folder, String kind, Pattern pattern) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(kind))
                    .flatMap(file -> pattern.matcher(read(file)).results().map(match -> match.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
