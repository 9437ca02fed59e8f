package io.tilth.kernel;

/**
 * Keeps secrets unreadable at rest. The key is a setting of the installation, never in the database; each tenant's
 * secrets are sealed with a key of its own, derived from it, so that a sealed value is worthless in another tenant.
 */
public interface Secrets {

    /** Seals for the owner's eyes: a tenant, or {@link TenantId#HOUSE} for what belongs to no company. */
    byte[] seal(TenantId owner, String secret);

    /** @throws IllegalStateException when the value was sealed for another owner or with another key */
    String open(TenantId owner, byte[] sealed);
}
