package io.tilth.wecom;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/** Messages of the app to members, 应用消息. Calls out: never within a transaction. */
public interface AppMessages {

    /** Sends to up to 1,000 members; names those whom WeCom could not reach. */
    Sent send(CompanyId company, List<String> userIds, Message message);

    /** @param link where a tap leads; without one the message is plain text of title and text */
    record Message(String title, String text, Optional<URI> link) {}

    record Sent(String messageId, List<String> invalid, List<String> unlicensed) {}
}
