package io.tilth.content;

/** A document has pictures of all its pages. */
public record DocumentReady(FileId file) {}
