package io.tilth.access.support;

/** How far a request has come. */
enum SupportState {
    ASKED,
    ALLOWED,
    REFUSED,
    ENDED
}
