package io.tilth.wecom.inbox;

/** How far a callback has come. */
enum CallbackState {
    WAITING,
    DONE,

    /** Kept for a person to look at; it does not come again by itself. */
    FAILED
}
