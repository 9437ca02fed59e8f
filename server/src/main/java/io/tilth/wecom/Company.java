package io.tilth.wecom;

/**
 * One WeCom corporation that a tenant has connected, 主体.
 *
 * @param corpId as WeCom names it; encrypted per provider for a provider-developed app
 * @param agentId of the app that connects it
 */
public record Company(CompanyId id, String name, String corpId, Kind kind, int agentId) {

    /** Which kind of app connects it; external ids differ by it, so they are never joined across kinds. */
    public enum Kind {
        /** The company's own app, on its own address and domain. */
        SELF_BUILT,
        /** An app that the provider developed for the company, 代开发: ids are encrypted, names may be unreadable. */
        PROVIDER
    }
}
