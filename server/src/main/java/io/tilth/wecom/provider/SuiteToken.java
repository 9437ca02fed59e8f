package io.tilth.wecom.provider;

/** The provider's own tokens: for its app, and for itself, which licences are read with. */
enum SuiteToken {
    SUITE,
    PROVIDER
}
