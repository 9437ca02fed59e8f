package io.tilth.access.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/** On which login, and from where. Kept as hashes: the counts need no names. */
record Guesser(String login, String address) {

    private static final int NETWORK_BYTES = 8;

    Guesser {
        login = Normalizer.normalize(login, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        address = network(address);
    }

    byte[] loginKey() {
        return hash("login " + login);
    }

    byte[] wrongKey() {
        return hash("wrong " + login);
    }

    byte[] lockKey() {
        return hash("lock " + login);
    }

    byte[] addressKey() {
        return hash("address " + address);
    }

    static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    /** Whoever has one IPv6 address has 2^64 of them, so the network counts. */
    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(six.getAddress(), 0, NETWORK_BYTES)
                    : address;
        } catch (IllegalArgumentException noLiteral) {
            return address;
        }
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
