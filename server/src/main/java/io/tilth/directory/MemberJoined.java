package io.tilth.directory;

/** Somebody new works here, or works here again. */
public record MemberJoined(MemberId member) {}
