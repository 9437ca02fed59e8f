package io.tilth.customer.inheritance;

import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomTransfers;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One member's customers and group chats on their way to another.
 *
 * @param effectiveAt when the last of those that wait takes effect, as far as known
 */
record Inheritance(
        UUID id,
        CompanyId company,
        WecomTransfers.Kind kind,
        MemberId from,
        MemberId to,
        State state,
        String message,
        Instant createdAt,
        Optional<Instant> effectiveAt,
        int attempts) {

    enum State {
        /** WeCom has yet to be asked for some. */
        STARTING,
        /** WeCom was asked for all; some have yet to take effect. */
        WAITING,
        DONE
    }
}
