package io.tilth.tenancy.tenant;

/** What a company does for a living; starter settings go by it. */
enum Trade {
    RETAIL,
    HOME,
    EDUCATION,
    MEDICAL_BEAUTY,
    B2B_SAAS,
    LIQUOR,
    CATERING,
    PROPERTY,
    SAAS,
    OTHER
}
