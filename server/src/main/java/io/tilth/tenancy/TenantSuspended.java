package io.tilth.tenancy;

import io.tilth.kernel.TenantId;

/** A company was suspended; its people are told why and lose nothing. Said in the house's own scope. */
public record TenantSuspended(TenantId tenant) {}
