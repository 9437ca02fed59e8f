package io.tilth.tenancy;

import io.tilth.kernel.TenantId;

/** A suspended company works again. Said in the house's own scope. */
public record TenantResumed(TenantId tenant) {}
