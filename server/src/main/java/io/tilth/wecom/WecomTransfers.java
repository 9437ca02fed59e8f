package io.tilth.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hands customers and group chats from one member to another, 在职继承 and 离职继承. Never within a transaction. */
public interface WecomTransfers {

    /** Starts handing over up to 100 customers; each takes effect after 24 hours unless the customer refuses. */
    List<Started> customers(CompanyId company, Kind kind, Hand hand, List<String> externalUserIds, String message);

    Results results(CompanyId company, Kind kind, Hand hand, Optional<String> cursor);

    /** Customers whose member has left and whom nobody has taken over yet. */
    Unassigned unassigned(CompanyId company, Optional<String> cursor);

    /** Hands over up to 100 group chats at once; the answer names those that failed. */
    List<Started> groupChats(CompanyId company, Kind kind, String newOwner, List<String> chatIds);

    enum Kind {
        ON_JOB,
        RESIGNED
    }

    /** Whose customers go to whom. */
    record Hand(String from, String to) {}

    /** @param code WeCom's errcode for this one; 0 when the hand-over began */
    record Started(String id, int code) {}

    record Results(List<Result> results, Optional<String> next) {}

    record Result(String externalUserId, State state, Optional<Instant> takeoverAt) {}

    /** WeCom's numbers 1 to 5. */
    enum State {
        DONE,
        WAITING,
        REFUSED,
        AT_LIMIT,
        NO_RECORD
    }

    record Unassigned(List<Left> left, Optional<String> next) {}

    record Left(String from, String externalUserId, Instant leftAt) {}
}
