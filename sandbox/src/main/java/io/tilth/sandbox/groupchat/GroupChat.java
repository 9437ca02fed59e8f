package io.tilth.sandbox.groupchat;

import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A group with customers in it.
 *
 * @param status 0 normal, 1 the owner has left, 2 being inherited, 3 inherited
 * @param version changes with every change of its seats
 */
public record GroupChat(
        String corp,
        String id,
        String name,
        String owner,
        Instant at,
        String notice,
        List<String> admins,
        List<Seat> seats,
        int status,
        String version,
        boolean dismissed)
        implements Thing {

    public GroupChat {
        admins = List.copyOf(admins);
        seats = List.copyOf(seats);
    }

    public static String key(String corp, String id) {
        return corp + "/" + id;
    }

    @Override
    public String key() {
        return key(corp, id);
    }

    public Optional<Seat> seat(String id) {
        return seats.stream().filter(seat -> seat.id().equals(id)).findFirst();
    }

    public GroupChat seated(List<Seat> seats, String version) {
        return new GroupChat(corp, id, name, owner, at, notice, admins, seats, status, version, dismissed);
    }

    public GroupChat named(String name, String notice) {
        return new GroupChat(corp, id, name, owner, at, notice, admins, seats, status, version, dismissed);
    }

    public GroupChat ownedBy(String owner, int status) {
        return new GroupChat(corp, id, name, owner, at, notice, admins, seats, status, version, dismissed);
    }

    public GroupChat dismiss() {
        return new GroupChat(corp, id, name, owner, at, notice, admins, seats, status, version, true);
    }

    /**
     * Somebody in the group.
     *
     * @param id a userid, an external_userid, or, for somebody whom nobody of the company has, an id of the group's own
     * @param type 1 a member of the company, 2 an outsider
     * @param person the WeChat user behind an outsider; else empty
     * @param scene 1 invited, 2 by an invitation link, 3 by a code
     * @param invitor who invited; empty without
     * @param state of the join way; empty without
     */
    public record Seat(
            String id, int type, String person, Instant at, int scene, String invitor, String nickname, String state) {}
}
