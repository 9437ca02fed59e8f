package io.tilth.directory.member;

import io.tilth.directory.MemberId;
import io.tilth.wecom.Callback;
import io.tilth.wecom.WecomDirectory;
import java.time.Instant;
import java.util.Optional;

/**
 * A member as we have them, as far as WeCom tells. Never deleted, only left, and may come back.
 *
 * @param heardAt when the latest news happened, by WeCom's clock
 * @param leftAt empty while they work here
 */
record KnownMember(
        MemberId id,
        String userId,
        Optional<String> openUserId,
        Optional<String> name,
        String position,
        MemberStatus status,
        boolean hasCustomers,
        Instant heardAt,
        Optional<Instant> leftAt) {

    /** Somebody of whom nothing but the id is known. */
    static KnownMember unknown(String userId) {
        return new KnownMember(
                MemberId.next(),
                userId,
                Optional.empty(),
                Optional.empty(),
                "",
                MemberStatus.UNKNOWN,
                false,
                Instant.EPOCH,
                Optional.empty());
    }

    boolean isHere() {
        return leftAt.isEmpty();
    }

    /** Whether this is somebody new here, or here again, for whom had them like {@code before}. */
    boolean joinedSince(Optional<KnownMember> before) {
        return isHere()
                && before.filter(known -> known.isHere() && known.status != MemberStatus.UNKNOWN)
                        .isEmpty();
    }

    /** As the directory lists them; what the app may not read stays as it was. */
    KnownMember listed(WecomDirectory.Member told, boolean mayHaveCustomers, Instant asked) {
        var now = MemberStatus.valueOf(told.status().name());
        return new KnownMember(
                id,
                userId,
                told.openUserId().or(() -> openUserId),
                told.name().or(() -> name),
                told.position().orElse(position),
                now,
                mayHaveCustomers,
                heardAt,
                now == MemberStatus.LEFT ? leftAt.or(() -> Optional.of(asked)) : Optional.empty());
    }

    /** As a callback tells of them, which names only what changed. */
    KnownMember told(Callback user) {
        var now = user.find("Status")
                .map(MemberStatus::of)
                .orElse(status == MemberStatus.LEFT ? MemberStatus.UNKNOWN : status);
        return new KnownMember(
                id,
                userId,
                openUserId,
                user.find("Name").or(() -> name),
                user.find("Position").orElse(position),
                now,
                hasCustomers,
                user.at(),
                now == MemberStatus.LEFT ? leftAt.or(() -> Optional.of(user.at())) : Optional.empty());
    }

    KnownMember gone(Instant at) {
        return new KnownMember(
                id,
                userId,
                openUserId,
                name,
                position,
                MemberStatus.LEFT,
                false,
                at.isAfter(heardAt) ? at : heardAt,
                leftAt.or(() -> Optional.of(at)));
    }
}
