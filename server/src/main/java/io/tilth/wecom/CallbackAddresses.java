package io.tilth.wecom;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/** Where WeCom sends a company's callbacks to, and how they fare, 接收消息服务器. */
public interface CallbackAddresses {

    /**
     * Makes an address with a token and a key of its own; the ones before go on working until WeCom has verified the
     * new ones. Shown now and never again.
     *
     * @param receiver whom messages to this address name: the corp id
     */
    Issued issue(CompanyId company, String receiver);

    /** When WeCom last proved that it knows the address, the token and the key. */
    Optional<Instant> verifiedAt(CompanyId company);

    Traffic traffic(CompanyId company);

    /** Answers no further callbacks of the company. */
    void withdraw(CompanyId company);

    record Issued(URI url, String token, String aesKey) {}

    /**
     * @param lastAt when the last callback was stored
     * @param today how many were stored since midnight in the tenant's zone
     * @param lagMs how long the oldest of those that wait has waited
     */
    record Traffic(Optional<Instant> lastAt, long today, long waiting, long failed, long lagMs) {}
}
