package io.tilth.access.person;

import io.tilth.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** What a new password must be: long, and not what everybody tries first. Signs and digits are nobody's business. */
class PasswordRules {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final int FEWEST_DIFFERENT = 4;
    private static final Set<String> COMMONEST = commonest();

    private PasswordRules() {}

    static void check(String login, String password) {
        long length = password.codePoints().count();
        Refusal.unless(length >= SHORTEST, "password-too-short");
        Refusal.unless(length <= LONGEST, "password-too-long");
        var folded = Login.normal(password);
        Refusal.unless(!folded.equals(login), "password-is-login");
        Refusal.unless(!isCommon(folded), "password-too-common");
    }

    private static boolean isCommon(String password) {
        return COMMONEST.contains(password) || password.codePoints().distinct().count() < FEWEST_DIFFERENT;
    }

    private static Set<String> commonest() {
        try {
            return new ClassPathResource("access/commonest-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.strip().toLowerCase(Locale.ROOT))
                    .filter(line -> !line.isEmpty())
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
