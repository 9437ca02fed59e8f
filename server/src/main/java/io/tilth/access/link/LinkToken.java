package io.tilth.access.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tilth.kernel.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** What stands in a link: which tenant, which link, and the secret that proves it. */
record LinkToken(TenantId tenant, UUID id, byte[] secret) {

    private static final int BASE = 36;
    private static final int ID_BYTES = 16;
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static LinkToken random(TenantId tenant, UUID id) {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new LinkToken(tenant, id, secret);
    }

    /** Reads what somebody sent; empty when it cannot be a token. */
    static Optional<LinkToken> read(String text) {
        var parts = text.strip().split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            var id = ByteBuffer.wrap(bytes(parts[1], ID_BYTES));
            return Optional.of(new LinkToken(
                    new TenantId(Long.parseLong(parts[0], BASE)),
                    new UUID(id.getLong(), id.getLong()),
                    bytes(parts[2], SECRET_BYTES)));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    String text() {
        var bytes = ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Long.toString(tenant.value(), BASE) + "." + text(bytes) + "." + text(secret);
    }

    /** All that is kept of the secret. It is long and random, so a fast hash is enough. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkToken token
                && tenant.equals(token.tenant)
                && id.equals(token.id)
                && MessageDigest.isEqual(secret, token.secret);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(secret);
    }

    /** Never the secret: what is printed ends up in logs. */
    @Override
    public String toString() {
        return "LinkToken " + id;
    }

    private static byte[] bytes(String text, int length) {
        var bytes = Base64.getUrlDecoder().decode(text.getBytes(US_ASCII));
        if (bytes.length != length) {
            throw new IllegalArgumentException("Not a token.");
        }
        return bytes;
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
