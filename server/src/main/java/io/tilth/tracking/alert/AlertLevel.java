package io.tilth.tracking.alert;

/** How pressing an alert is; later ones are more so. */
enum AlertLevel {
    /** 一般 */
    ORDINARY,
    /** 立即 */
    IMMEDIATE
}
