package io.tilth.kernel.settings;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/** Looks over the settings before anything starts: a production server never starts with what is only good for a demo. */
class SettingsCheck implements EnvironmentPostProcessor {

    /** Known to everybody who can read this; the demo's settings name it. */
    static final String DEMO_KEY = "dGlsdGgtZGVtby1rZXktbm90LWEtc2VjcmV0LTEyMzQ=";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment settings, SpringApplication application) {
        var complaints = new ArrayList<String>();
        checkKey(settings, complaints);
        if (settings.acceptsProfiles(Profiles.of("prod"))) {
            checkProduction(settings, complaints);
        }
        if (!complaints.isEmpty()) {
            throw new UnsafeSettings(complaints);
        }
    }

    private static void checkKey(ConfigurableEnvironment settings, List<String> complaints) {
        var key = settings.getProperty("tilth.encryption-key", "");
        if (key.isEmpty()) {
            complaints.add("TILTH_ENCRYPTION_KEY is missing. Make one with: openssl rand -base64 32");
        } else if (!isKey(key)) {
            complaints.add("TILTH_ENCRYPTION_KEY is not 32 bytes in Base64. Make one with: openssl rand -base64 32");
        }
    }

    private static void checkProduction(ConfigurableEnvironment settings, List<String> complaints) {
        if (settings.acceptsProfiles(Profiles.of("demo"))) {
            complaints.add("The demo's accounts have known passwords. Start production without the profile 'demo'.");
        }
        if (settings.getProperty("tilth.encryption-key", "").equals(DEMO_KEY)) {
            complaints.add("TILTH_ENCRYPTION_KEY is the demo's key. Make one with: openssl rand -base64 32");
        }
        if (!settings.getProperty("tilth.public-url", "").startsWith("https://")) {
            complaints.add(
                    "TILTH_PUBLIC_URL must be the https address that people use, such as https://crm.example.com");
        }
        if (settings.containsProperty("tilth.framed-by")) {
            complaints.add(
                    "TILTH_FRAMED_BY lets another site show pages of customers in a frame. Only the demo needs it.");
        }
        if (settings.containsProperty("tilth.database.url")) {
            checkDatabase(settings, complaints);
        }
    }

    private static void checkDatabase(ConfigurableEnvironment settings, List<String> complaints) {
        for (var name : List.of("tilth.database.password", "tilth.database.owner-password")) {
            if (settings.getProperty(name, "").isEmpty()) {
                complaints.add(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_") + " is missing.");
            }
        }
        if (settings.getProperty("tilth.database.user", "tilth_app")
                .equals(settings.getProperty("tilth.database.owner-user", "tilth_owner"))) {
            complaints.add(
                    "TILTH_DATABASE_USER and TILTH_DATABASE_OWNER_USER must be two roles: the server owns nothing.");
        }
    }

    private static boolean isKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == 32;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
