package io.tilth.kernel.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class SettingsCheckTest {

    private static final String KEY = "dGVzdC1rZXktZm9yLXRlc3RzLW9ubHktMTIzNDU2Nzg=";
    private static final Map<String, Object> GOOD =
            Map.of("tilth.encryption-key", KEY, "tilth.public-url", "https://crm.example.com");

    @Test
    void letsAGoodProductionStart() {
        assertThatCode(() -> check(GOOD, "prod")).doesNotThrowAnyException();
    }

    @Test
    void refusesToStartWithoutAKeyInAnyProfile() {
        assertThat(complaints(Map.of())).singleElement().asString().contains("TILTH_ENCRYPTION_KEY is missing");
        assertThat(complaints(Map.of("tilth.encryption-key", "short")))
                .singleElement()
                .asString()
                .contains("32 bytes");
    }

    @Test
    void refusesTheDemoInProduction() {
        var demo = Map.<String, Object>of(
                "tilth.encryption-key", SettingsCheck.DEMO_KEY, "tilth.public-url", "http://crm.example.com");

        assertThat(complaints(demo, "prod", "demo"))
                .anyMatch(complaint -> complaint.contains("known passwords"))
                .anyMatch(complaint -> complaint.contains("the demo's key"))
                .anyMatch(complaint -> complaint.contains("https"));
    }

    @Test
    void refusesADatabaseWithoutPasswordsOrWithOneRoleForBoth() {
        var settings = new java.util.HashMap<>(GOOD);
        settings.put("tilth.database.url", "jdbc:postgresql://db/tilth");
        settings.put("tilth.database.user", "tilth");
        settings.put("tilth.database.owner-user", "tilth");

        assertThat(complaints(settings, "prod"))
                .anyMatch(complaint -> complaint.startsWith("TILTH_DATABASE_PASSWORD"))
                .anyMatch(complaint -> complaint.startsWith("TILTH_DATABASE_OWNER_PASSWORD"))
                .anyMatch(complaint -> complaint.contains("two roles"));
    }

    private static List<String> complaints(Map<String, Object> settings, String... profiles) {
        return catchThrowableOfType(UnsafeSettings.class, () -> check(settings, profiles))
                .complaints();
    }

    private static void check(Map<String, Object> settings, String... profiles) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        environment.setActiveProfiles(profiles);
        new SettingsCheck().postProcessEnvironment(environment, new SpringApplication());
    }
}
