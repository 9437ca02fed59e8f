package io.tilth.wecom;

/** A company is no longer connected; what came from it stays. */
public record CompanyClosed(CompanyId company) {}
