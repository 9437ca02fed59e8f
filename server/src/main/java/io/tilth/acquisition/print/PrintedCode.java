package io.tilth.acquisition.print;

/**
 * What stands on one card.
 *
 * @param place the shop or whoever the code belongs to, printed large
 * @param name the code's own name, printed small, so that people tell one card from another
 * @param content what the QR code says; a redrawn code says the same
 */
record PrintedCode(String company, String place, String name, String content) {}
