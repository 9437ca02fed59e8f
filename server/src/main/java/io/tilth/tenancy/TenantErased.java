package io.tilth.tenancy;

import io.tilth.kernel.TenantId;

/** A closed company's rows are gone for good; only its number and the proof remain. Said in the house's own scope. */
public record TenantErased(TenantId tenant) {}
