package io.tilth.directory.notice;

import java.time.Instant;
import java.util.UUID;

/** @param text the title again where there is no more to say */
record ListedNotice(UUID id, String kind, String title, String text, String link, Instant at, boolean seen) {}
