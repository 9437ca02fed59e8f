package io.tilth.wecom;

import java.net.URI;
import java.util.Optional;

/** Lets members prove who they are with WeCom. */
public interface MemberLogins {

    /** Where to send a browser inside WeCom, silently. */
    URI inside(CompanyId company, URI back, String state);

    /** Where to send any other browser, to scan a QR code. */
    URI scan(CompanyId company, URI back, String state);

    /** The member's user id; empty when the code is spent or whoever came is no member. Never within a transaction. */
    Optional<String> who(CompanyId company, String code);
}
