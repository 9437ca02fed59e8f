package io.tilth.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged server says of every library in it what it is and under which licence, and each may be given away. */
class LicencesTest {

    private static final String BILL = "META-INF/sbom/application.cdx.json";
    private static final String LIBRARIES = "BOOT-INF/lib/";

    /** Put in by the packaging itself. */
    private static final String PACKAGING = "spring-boot-jarmode-tools-";

    /** Those that ask nothing of a product around the library; of several the best is chosen. */
    private static final Set<String> FREE = Set.of(
            "Apache-2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "The (New) BSD License",
            "0BSD",
            "EPL-2.0",
            "Bouncy Castle Licence",
            "Indiana University Extreme! Lab Software License",
            "Public Domain");

    /** Called otherwise in the catalogue than in the library itself, which was read: LICENSE.txt is Apache-2.0. */
    private static final Map<String, String> READ = Map.of(
            "spring-session-core", "Broadcom Foundation License", "spring-session-jdbc", "Broadcom Foundation License");

    @Test
    void areNamedForEveryLibraryAndFree() throws IOException {
        try (var jar = new JarFile(System.getProperty("tilth.server.jar"))) {
            assertThat(jar.getEntry(BILL))
                    .as("written by every build that has a network")
                    .isNotNull();
            var bill = new JsonMapper().readTree(jar.getInputStream(jar.getEntry(BILL)));
            var components = bill.path("components").valueStream().toList();
            var named = components.stream().map(LicencesTest::file).collect(Collectors.toSet());
            var inside = jar.stream()
                    .map(entry -> entry.getName())
                    .filter(name -> name.startsWith(LIBRARIES) && name.endsWith(".jar"))
                    .map(name -> name.substring(LIBRARIES.length()))
                    .toList();

            assertThat(inside).hasSizeGreaterThan(50);
            assertThat(inside.stream().filter(name -> !named.contains(name) && !name.startsWith(PACKAGING)))
                    .isEmpty();
            assertThat(components.stream()
                            .filter(one -> inside.contains(file(one)))
                            .filter(one -> licences(one).noneMatch(licence -> isFree(one, licence)))
                            .map(one -> file(one) + " " + licences(one).toList()))
                    .isEmpty();
        }
    }

    private static boolean isFree(JsonNode component, String licence) {
        return FREE.contains(licence)
                || licence.equals(READ.get(component.path("name").asString()));
    }

    private static String file(JsonNode component) {
        return component.path("name").asString() + "-"
                + component.path("version").asString() + ".jar";
    }

    private static Stream<String> licences(JsonNode component) {
        var said = new ArrayList<String>();
        for (var choice : component.path("licenses")) {
            said.add(
                    choice.at("/license/id").asString(choice.at("/license/name").asString("")));
            said.addAll(List.of(choice.path("expression").asString("").split(" OR ")));
        }
        return said.stream().filter(one -> !one.isEmpty());
    }
}
