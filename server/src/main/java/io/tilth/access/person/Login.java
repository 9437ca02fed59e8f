package io.tilth.access.person;

import io.tilth.kernel.Refusal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a person signs in as: capitals, width of letters and surrounding blanks do not matter. */
record Login(String value) {

    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}._@+-]{3,100}");

    Login {
        value = normal(value);
        Refusal.unless(SHAPE.matcher(value).matches(), "login-not-valid");
    }

    /** The form in which logins are compared, also of what can be nobody's login. */
    static String normal(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
