package io.tilth.access.me;

/** What a person says of themselves. The name is that of the place they are in; the rest goes with them everywhere. */
record Profile(String name, String login, String language, boolean totp, int version) {}
