package io.tilth.tracking;

import io.tilth.kernel.TenantId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * What stands in a tracked link: whose it is, 96 random bits, and a check that tells a mistyped code without asking
 * the database. The tenant stands in the code, so no table of all tenants is needed to find it.
 *
 * @param text all of it, as it stands in the address
 */
public record ShareCode(TenantId tenant, String text) {

    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BITS = 96;
    private static final int RANDOM_DIGITS = 17;
    private static final int CHECK_DIGITS = 2;
    private static final int MOST_TENANT_DIGITS = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    public static ShareCode next(TenantId tenant) {
        var random = digits(new BigInteger(RANDOM_BITS, RANDOM), RANDOM_DIGITS);
        var body = digits(BigInteger.valueOf(tenant.value()), 1) + random;
        return new ShareCode(tenant, body + check(body));
    }

    /** Empty for anything that {@link #next} never gave out. */
    public static Optional<ShareCode> read(String text) {
        int tenantDigits = text.length() - RANDOM_DIGITS - CHECK_DIGITS;
        if (tenantDigits < 1 || tenantDigits > MOST_TENANT_DIGITS || !text.matches("[0-9A-Za-z]+")) {
            return Optional.empty();
        }
        var body = text.substring(0, text.length() - CHECK_DIGITS);
        var tenant = number(text.substring(0, tenantDigits));
        boolean sound = text.endsWith(check(body)) && digits(tenant, 1).length() == tenantDigits;
        return sound ? Optional.of(new ShareCode(new TenantId(tenant.longValueExact()), text)) : Optional.empty();
    }

    private static String check(String body) {
        var sum = new CRC32();
        sum.update(body.getBytes(StandardCharsets.US_ASCII));
        return digits(BigInteger.valueOf(sum.getValue()).mod(BASE.pow(CHECK_DIGITS)), CHECK_DIGITS);
    }

    private static String digits(BigInteger number, int least) {
        var digits = new StringBuilder();
        for (var rest = number; rest.signum() > 0; rest = rest.divide(BASE)) {
            digits.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        while (digits.length() < least) {
            digits.append(DIGITS.charAt(0));
        }
        return digits.reverse().toString();
    }

    private static BigInteger number(String digits) {
        return digits.chars()
                .mapToObj(digit -> BigInteger.valueOf(DIGITS.indexOf(digit)))
                .reduce(
                        BigInteger.ZERO,
                        (number, digit) -> number.multiply(BASE).add(digit));
    }
}
