package io.tilth.wecom;

import java.util.Map;

/**
 * Hears what WeCom tells the provider of an app, 指令回调: tickets, authorisations and their end. Called without a
 * tenant, outside any transaction; may come again.
 */
public interface SuiteEvents {

    /**
     * @param infoType WeCom's word, trimmed, such as {@code suite_ticket} or {@code create_auth}
     * @param fields the leaves of the message by WeCom's names
     */
    void accept(String infoType, Map<String, String> fields);
}
