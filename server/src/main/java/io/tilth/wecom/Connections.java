package io.tilth.wecom;

import java.time.Instant;

/**
 * Connects a company without the wizard, for whoever holds everything at once. Calls out: never within a transaction.
 */
public interface Connections {

    /** Enters the company's own app, not connected yet. */
    CompanyId begin(App app);

    /** Its customers have been looked after since then, elsewhere: who came later counts as new. Before {@link #connect}. */
    void keptSince(CompanyId company, Instant since);

    /** An address for its callbacks, to be entered in WeCom before {@link #connect}. */
    CallbackAddresses.Issued issueCallback(CompanyId company);

    /**
     * Looks at each step that matters, and connects.
     *
     * @throws io.tilth.kernel.Refusal when a step is not good
     */
    void connect(CompanyId company);

    /** A company's own app, 自建应用. */
    record App(String name, String corpId, int agentId, String secret) {

        @Override
        public String toString() {
            return "the app of " + name; // and not its secret
        }
    }
}
