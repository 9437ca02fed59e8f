package io.tilth.docs;

import java.io.IOException;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of settings is made from the settings' own descriptions. */
class SettingsPageTest {

    @Test
    void everySettingIsExplained() throws IOException {
        var metadata = getClass().getResourceAsStream("/META-INF/spring-configuration-metadata.json");
        var rows = JsonMapper.shared()
                .readTree(metadata)
                .get("properties")
                .valueStream()
                .sorted(Comparator.comparing(property -> property.get("name").asString()))
                .map(SettingsPageTest::row)
                .collect(Collectors.joining("\n"));

        Generated.check("docs/operations/settings.md", """
                # Settings

                Made from the code by `./tilth generate`. Each setting is read from the environment (first column), or from a
                file given by `./tilth run --config FILE` under its name (second column). Spring Boot's own settings, such as
                `SERVER_PORT`, work too.

                | environment | name | unless set | what it does |
                | --- | --- | --- | --- |
                %s
                """.formatted(rows));
    }

    private static String row(JsonNode property) {
        var name = property.get("name").asString();
        var usual = property.has("defaultValue")
                ? "`" + property.get("defaultValue").asString() + "`"
                : "";
        var what = property.has("description")
                ? property.get("description").asString().replaceAll("\\{@code ([^}]*)}", "`$1`")
                : "";
        return "| `%s` | `%s` | %s | %s |".formatted(variable(name), name, usual.equals("``") ? "" : usual, what);
    }

    private static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }
}
