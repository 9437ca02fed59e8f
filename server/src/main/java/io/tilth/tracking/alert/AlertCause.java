package io.tilth.tracking.alert;

/** What made it worth an alert; later ones say more. Chooses its sentences. */
enum AlertCause {
    READING,
    FORWARD_READ,
    PAGE_STUDIED,
    PRICED,
    REOPENED,
    CONTACT_TAPPED,
    PHONE_LEFT
}
