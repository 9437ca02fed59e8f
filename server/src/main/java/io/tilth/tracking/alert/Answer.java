package io.tilth.tracking.alert;

/** How a member answered an alert. */
enum Answer {
    /** Opened the chat. */
    CHAT,
    /** Dialled. */
    CALL,
    /** Said so. */
    MARKED,
    /** Sent something from the sidebar. */
    SENT
}
