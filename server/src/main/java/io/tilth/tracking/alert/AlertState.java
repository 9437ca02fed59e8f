package io.tilth.tracking.alert;

/** What became of an alert. */
enum AlertState {
    OPEN,
    /** 已联系: sent from the sidebar, opened the chat, dialled, or said so. */
    CONTACTED,
    /** Nobody answered in time, so somebody else has it. */
    HANDED,
    /** Nobody answered within 24 hours. */
    EXPIRED;

    boolean isWaiting() {
        return this == OPEN || this == HANDED;
    }
}
