package io.tilth.wecom.inbox;

import io.tilth.kernel.TenantId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Envelopes.Seal;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/** Where one company's callbacks come in, and what proves that they are WeCom's. */
record Address(TenantId tenant, CompanyId company, UUID id, Seal seal) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    /** As the last of 43 letters these leave no bits over, which strict readers of Base64 insist on. */
    private static final String LAST = "AEIMQUYcgkosw048";

    private static final int TOKEN = 32;
    private static final int KEY = 43;

    /** What stands at the end of the address: long enough that nobody guesses it. */
    static String nextKey() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    static boolean isKey(String text) {
        return text.length() == 32 && text.chars().allMatch(letter -> "0123456789abcdef".indexOf(letter) >= 0);
    }

    static String nextToken() {
        return letters(TOKEN, LETTERS);
    }

    /** Letters and digits only, as WeCom's page asks for. */
    static String nextAesKey() {
        String key;
        do {
            key = letters(KEY - 1, LETTERS) + letters(1, LAST);
        } while (Base64.getDecoder().decode(key + "=").length != 32);
        return key;
    }

    private static String letters(int length, String from) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(from.charAt(RANDOM.nextInt(from.length())));
        }
        return text.toString();
    }
}
