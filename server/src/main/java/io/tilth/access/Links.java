package io.tilth.access;

import java.net.URI;
import java.time.Instant;

/** One-time links that open an account of the current tenant, or reset its password. */
public interface Links {

    /** Invites somebody; the link holds for seven days and opens one account. */
    Issued invite(String name, RoleId role);

    /** Lets the account's owner choose a new password and takes the second factor off; holds for one day. */
    Issued reset(AccountId account);

    /**
     * @param link shown once: the secret stands in the fragment, which browsers do not send, and only its hash is kept
     */
    record Issued(String id, URI link, Instant expiresAt) {}
}
