package io.tilth.content.document;

/** A page as the painter made it. */
record Rendered(int number, byte[] jpeg, int width, int height, String text) {}
