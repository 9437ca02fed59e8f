package io.tilth.wecom;

import java.util.List;

/** Asks WeCom about the app that connects a company. Calls out: never within a transaction. */
public interface WecomApps {

    /** Fetches a token with the secret as it is stored now, whatever is cached. */
    void prove(CompanyId company);

    App find(CompanyId company);

    /** A ticket for the JS-SDK on pages of the app. */
    String ticket(CompanyId company, Ticket kind);

    /** What was fetched with the secret before is worth nothing any more. */
    void forget(CompanyId company);

    /**
     * @param redirectDomain where members may be sent after signing in, 可信域名; empty where none is set
     * @param closed whether an administrator has switched it off
     * @param members that see it by name
     * @param departments that see it
     */
    record App(String name, String redirectDomain, boolean closed, List<String> members, List<Long> departments) {}

    enum Ticket {
        COMPANY,
        APP
    }
}
