package io.tilth.access.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.wecom.CompanyId;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a sign-in by WeCom has begun. The browser keeps it in a cookie while it is away; WeCom brings back the nonce
 * alone. Nobody else can put the one cookie into this browser that goes with a code of theirs.
 *
 * @param to the page to show afterwards
 */
record SignInState(String nonce, CompanyId company, Instant begun, String to) {

    static final Duration LIFETIME = Duration.ofMinutes(10);
    static final String HOME = "/console";

    private static final int NONCE_BYTES = 24;
    private static final int PARTS = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Our own pages, in letters that no browser takes for another host or for a line of a header. */
    private static final Pattern OWN_PAGE =
            Pattern.compile("/(console|w)([/?](?!.*[.]{2})[\\w.~%!$&'()*+,;=:@/?-]{0,500})?");

    SignInState {
        to = OWN_PAGE.matcher(to).matches() ? to : HOME;
    }

    static SignInState begin(CompanyId company, Instant now, Optional<String> to) {
        var bytes = new byte[NONCE_BYTES];
        RANDOM.nextBytes(bytes);
        return new SignInState(text(bytes), company, now, to.orElse(HOME));
    }

    static Optional<SignInState> read(String cookie) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(cookie), UTF_8).split(" ", PARTS);
            return Optional.of(new SignInState(
                    parts[0], CompanyId.of(parts[1]), Instant.ofEpochSecond(Long.parseLong(parts[2])), parts[3]));
        } catch (RuntimeException notOurs) {
            return Optional.empty();
        }
    }

    String cookie() {
        return text("%s %s %d %s"
                .formatted(nonce, company.value(), begun.getEpochSecond(), to)
                .getBytes(UTF_8));
    }

    /** Whether the person is on their way to the workbench rather than to the console. */
    boolean toWorkbench() {
        return isWorkbench(to);
    }

    static boolean isWorkbench(String page) {
        return page.equals("/w") || page.startsWith("/w/") || page.startsWith("/w?");
    }

    /** Whether what WeCom brought back belongs to it, in time. */
    boolean isFor(String state, Instant now) {
        return MessageDigest.isEqual(nonce.getBytes(UTF_8), state.getBytes(UTF_8))
                && now.isBefore(begun.plus(LIFETIME));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
