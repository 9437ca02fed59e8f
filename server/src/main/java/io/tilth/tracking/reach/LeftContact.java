package io.tilth.tracking.reach;

import io.tilth.kernel.Refusal;
import java.util.regex.Pattern;

/** What a reader typed so that somebody calls them. */
record LeftContact(String name, String phone) {

    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,18}[0-9]");
    private static final int LONGEST_NAME = 30;

    LeftContact {
        name = name.strip();
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        phone = phone.strip();
        Refusal.unless(PHONE.matcher(phone).matches(), "left-phone-not-valid");
    }

    /** For lists of those who may not see it whole. */
    static String masked(String phone) {
        var digits = phone.replaceAll("[^0-9]", "");
        return digits.length() < 8 ? "****" : digits.substring(0, 3) + "****" + digits.substring(digits.length() - 4);
    }
}
