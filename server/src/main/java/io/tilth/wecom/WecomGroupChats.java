package io.tilth.wecom;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks WeCom about customer group chats. Calls out: never within a transaction. */
public interface WecomGroupChats {

    /** A page of the group chats whose owners are these members (up to 100). */
    Chats owned(CompanyId company, List<String> owners, Optional<String> cursor);

    /** Empty when the chat was dismissed or is out of the app's scope. */
    Optional<Chat> find(CompanyId company, String chatId);

    record Chats(List<Listed> chats, Optional<String> next) {}

    /** @param status 0 normal, 1 its owner left, 2 being inherited, 3 inherited */
    record Listed(String chatId, int status) {}

    record Chat(
            String chatId,
            String name,
            String owner,
            Instant createdAt,
            String notice,
            List<Seat> seats,
            List<String> admins) {}

    /**
     * @param id user id of a member, external user id of a customer
     * @param joinScene 1 invited, 2 by an invitation link, 3 by a QR code
     */
    record Seat(
            String id,
            boolean external,
            Optional<String> name,
            Optional<String> unionId,
            Instant joinedAt,
            int joinScene,
            Optional<String> invitor,
            Optional<String> state) {}
}
