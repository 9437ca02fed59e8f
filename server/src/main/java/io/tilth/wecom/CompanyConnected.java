package io.tilth.wecom;

/** A company has been connected, for the first time or again. */
public record CompanyConnected(CompanyId company) {}
