package io.tilth.tenancy.tenant;

/** What a company has agreed with the operator. */
enum Plan {
    TRIAL,
    STANDARD,
    PRO,
    ENTERPRISE
}
