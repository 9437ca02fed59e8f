package io.tilth.directory;

/** A member no longer works here. */
public record MemberLeft(MemberId member) {}
