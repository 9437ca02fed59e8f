package io.tilth.wecom;

/** Companies that come by authorising the provider's app, and go by taking that back. In the tenant's scope. */
public interface Authorisations {

    /** The company is connected, for the first time or again. */
    CompanyId authorised(Authorised company);

    /** It has another permanent code from now on; the former one opens nothing. */
    void renewed(CompanyId company, String permanentCode);

    /** It has taken its authorisation back. */
    void cancelled(CompanyId company);

    /** @param permanentCode what a secret is to an app of the company's own */
    record Authorised(String corpId, String name, int agentId, String permanentCode) {

        @Override
        public String toString() {
            return "Authorised " + corpId; // and not its code
        }
    }
}
