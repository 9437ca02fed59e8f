package io.tilth.wecom;

import java.net.URI;
import java.util.Optional;

/** Finds out silently who opens a page in WeChat or WeCom, 静默识别: by the company's own authorisation. */
public interface VisitorLogins {

    /** Where to send the browser; it comes back to {@code back} with a code. Empty where the company's app cannot ask. */
    Optional<URI> ask(CompanyId company, URI back, String state);

    /** Whom the code stands for; nobody when it is spent, foreign, or of a snapshot page. Never within a transaction. */
    Known who(CompanyId company, String code);

    /**
     * At most one of {@code externalUserId} and {@code userId} is present.
     *
     * @param openId as the company's authorisation names a person outside, customer or not
     * @param externalUserId of a customer whose follower the app sees
     * @param userId of a member
     */
    record Known(Optional<String> openId, Optional<String> externalUserId, Optional<String> userId) {

        public static final Known NOBODY = new Known(Optional.empty(), Optional.empty(), Optional.empty());
    }
}
