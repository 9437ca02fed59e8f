package io.tilth.tenancy;

import io.tilth.kernel.TenantId;

/** A company was opened by the operator. Said in the house's own scope. */
public record TenantOpened(TenantId tenant) {}
