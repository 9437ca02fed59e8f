package io.tilth.kernel;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Identifies a tenant: a customer company of the SaaS, or the house itself. */
public record TenantId(@JsonValue long value) {

    /** The SaaS operator's own space: operators are its accounts. */
    public static final TenantId HOUSE = new TenantId(0);

    public TenantId {
        if (value < 0) {
            throw new IllegalArgumentException("A tenant's id is not negative: " + value);
        }
    }

    @JsonCreator
    public static TenantId of(long value) {
        return new TenantId(value);
    }

    /** For path and query parameters. */
    public static TenantId of(String value) {
        return new TenantId(Long.parseLong(value));
    }

    public boolean isHouse() {
        return equals(HOUSE);
    }
}
