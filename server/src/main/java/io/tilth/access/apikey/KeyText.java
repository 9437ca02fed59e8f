package io.tilth.access.apikey;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tilth.kernel.TenantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A key as its holder sends it: {@code tk_<tenant>_<id>_<secret>}. It names its tenant, so that it is looked for among
 * that tenant's keys alone; scanners for leaked secrets know it by its beginning.
 */
record KeyText(TenantId tenant, UUID id, String secret) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;
    private static final int ID_SHOWN = 8;
    private static final Pattern FORM = Pattern.compile("tk_([0-9a-z]{1,12})_([0-9a-f]{32})_([0-9a-f]{64})");

    /** A new one. Its id is random rather than ordered by time: people recognise a key by the beginning. */
    static KeyText next(TenantId tenant) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new KeyText(tenant, UUID.randomUUID(), HexFormat.of().formatHex(secret));
    }

    /** Empty when the text has not the form of a key. */
    static Optional<KeyText> parse(String text) {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        var tenant = new TenantId(Long.parseLong(form.group(1), Character.MAX_RADIX)); // 12 digits fit in a long
        return Optional.of(new KeyText(tenant, id(form.group(2)), form.group(3)));
    }

    /** Shown once; kept nowhere. */
    String whole() {
        return "tk_%s_%s_%s".formatted(tenantPart(), idPart(), secret);
    }

    /** What may be shown for ever. */
    String prefix() {
        return "tk_%s_%s".formatted(tenantPart(), idPart().substring(0, ID_SHOWN));
    }

    /** A plain hash will do: 256 random bits cannot be guessed, however fast the hash. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(hash(), hash);
    }

    @Override
    public String toString() {
        return prefix();
    }

    private String tenantPart() {
        return Long.toString(tenant.value(), Character.MAX_RADIX);
    }

    private String idPart() {
        return id.toString().replace("-", "");
    }

    private static UUID id(String hex) {
        return new UUID(HexFormat.fromHexDigitsToLong(hex, 0, 16), HexFormat.fromHexDigitsToLong(hex, 16, 32));
    }
}
