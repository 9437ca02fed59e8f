package io.tilth.kernel;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A code in an address that anybody may open. It carries its tenant, so that no table has to be asked before one is in
 * scope; what follows are 96 bits that nobody guesses.
 *
 * <p>Written as the length of the tenant's number, that number, the key, and a check digit: letters and digits only.
 */
public record TenantCode(TenantId tenant, String key) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int CHECK = 61; // a prime, so that one wrong letter or two that changed places show
    private static final int LONGEST = 48;
    private static final int RANDOM_BYTES = 12;
    private static final int RANDOM_LENGTH = 17;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static TenantCode next(TenantId tenant) {
        var bytes = new byte[RANDOM_BYTES];
        RANDOM.nextBytes(bytes);
        return new TenantCode(tenant, written(new BigInteger(1, bytes), RANDOM_LENGTH));
    }

    /** Empty for what cannot be a code; whether there is such a thing only its tenant knows. */
    public static Optional<TenantCode> parse(String text) {
        if (text.length() < 4 || text.length() > LONGEST || text.chars().anyMatch(each -> DIGITS.indexOf(each) < 0)) {
            return Optional.empty();
        }
        int end = 1 + DIGITS.indexOf(text.charAt(0));
        var body = text.substring(0, text.length() - 1);
        if (end < 2 || end >= body.length() || text.charAt(body.length()) != check(body)) {
            return Optional.empty();
        }
        return read(body.substring(1, end))
                .filter(number -> number.bitLength() < Long.SIZE)
                .map(number -> new TenantCode(new TenantId(number.longValueExact()), body.substring(end)));
    }

    @Override
    public String toString() {
        var number = written(BigInteger.valueOf(tenant.value()), 1);
        var body = DIGITS.charAt(number.length()) + number + key;
        return body + check(body);
    }

    private static String written(BigInteger number, int width) {
        var text = new StringBuilder();
        for (var rest = number; rest.signum() > 0 || text.length() < width; rest = rest.divide(BASE)) {
            text.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        return text.reverse().toString();
    }

    private static Optional<BigInteger> read(String text) {
        return text.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce((number, digit) -> number.multiply(BASE).add(digit));
    }

    private static char check(String body) {
        int sum = IntStream.range(0, body.length())
                .map(place -> (place + 1) * DIGITS.indexOf(body.charAt(place)))
                .sum();
        return DIGITS.charAt(sum % CHECK);
    }
}
