package io.tilth.wecom;

import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Opens what WeCom sends, 加解密. Whatever is wrong with it, signature, padding, receiver or form, the answer is the same
 * empty one, so that nobody learns which part was right.
 */
public interface Envelopes {

    /** The message of a callback. */
    Optional<Opened> open(Seal seal, Signature signature, Form form, byte[] body);

    /** What WeCom wants to hear back when it verifies an address. */
    Optional<String> echo(Seal seal, Signature signature, String echo);

    /** @param receivers whom messages may name as their receiver */
    record Seal(String token, String aesKey, Predicate<String> receivers) {

        @Override
        public String toString() {
            return "Seal"; // and nothing that opens anything
        }
    }

    record Signature(String signature, String timestamp, String nonce) {}

    /** How the message is written; the company chooses. */
    enum Form {
        XML,
        JSON
    }

    /**
     * @param plain the message as it was encrypted
     * @param fields its leaves by WeCom's names; nested ones as {@code ScanInfo.Type}, repeated ones joined by commas
     */
    record Opened(String receiver, String plain, Map<String, String> fields) {

        public Opened {
            fields = Map.copyOf(fields);
        }
    }
}
