package io.tilth.tracking.reach;

import io.tilth.kernel.Refusal;
import io.tilth.tracking.ReachPages.Identification;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant decided about the pages that its customers read.
 *
 * @param domain its own, such as {@code go.example.com}
 * @param brand the name on the pages; the company's name where it is empty
 * @param recordNumber the number under which the domain is filed, 备案号
 * @param foot one line of its own at the foot of each page
 * @param phone the company's, for readers whose member gave none
 * @param contactForm whether a reader may leave a phone
 */
record ReachSetting(
        @Nullable String domain,
        String brand,
        String recordNumber,
        String foot,
        String phone,
        Identification identification,
        boolean contactForm,
        int version) {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]*[a-z0-9]");
    private static final Pattern PHONE = Pattern.compile("|\\+?[0-9][0-9 -]{3,18}");

    static final ReachSetting UNDECIDED = new ReachSetting(null, "", "", "", "", Identification.SILENT, true, 0);

    ReachSetting {
        domain = domain == null || domain.isBlank() ? null : domain.strip().toLowerCase(Locale.ROOT);
        brand = brand.strip();
        recordNumber = recordNumber.strip();
        foot = foot.strip();
        phone = phone.strip();
        Refusal.unless(domain == null || DOMAIN.matcher(domain).matches(), "reach-domain-not-valid");
        Refusal.unless(PHONE.matcher(phone).matches(), "reach-phone-not-valid");
    }
}
