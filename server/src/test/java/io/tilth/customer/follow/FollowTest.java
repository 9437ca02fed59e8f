package io.tilth.customer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowEnded.Reason;
import io.tilth.customer.follow.Follow.End;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FollowTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");
    private final Follow unheard = Follow.unheard(UUID.randomUUID(), CustomerId.next(), MemberId.next());

    @Test
    void beginsHalfAndBecomesWhole() {
        var half = unheard.begun(NOON, true);
        var whole = half.begun(at(5), false);

        assertThat(half.half()).isTrue();
        assertThat(half.isActive()).isTrue();
        assertThat(whole.half()).isFalse();
        assertThat(whole.createdAt()).contains(NOON);
        assertThat(half.isNewBeginning(at(5))).isTrue();
    }

    @Test
    void tellsOfOneBeginningOnce() {
        assertThat(unheard.isNewBeginning(NOON)).isTrue();
        assertThat(unheard.begun(NOON, false).isNewBeginning(NOON)).isFalse();
    }

    @Test
    void staysEndedWhenTheBeginningComesLate() {
        var ended = unheard.ended(Reason.DELETED_BY_CUSTOMER, at(5));

        var late = ended.begun(NOON, false);

        assertThat(ended.isNewBeginning(NOON)).isFalse();
        assertThat(late.isActive()).isFalse();
        assertThat(late.ended()).isEqualTo(ended.ended());
        assertThat(late.createdAt()).contains(NOON);
    }

    @Test
    void beginsAgainAfterAnEnd() {
        var again = unheard.begun(NOON, false)
                .ended(Reason.DELETED_BY_MEMBER, at(5))
                .begun(at(9), false);

        assertThat(again.isActive()).isTrue();
        assertThat(again.createdAt()).contains(at(9));
        assertThat(again.ended(Reason.DELETED_BY_MEMBER, at(5))).isEqualTo(again);
    }

    /** A customer leaves and comes back, and the friendship ends once more, told in every order and partly twice. */
    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DELETED_BY_MEMBER", "DELETED_BY_CUSTOMER"})
    void knowsTheEndOfTheSecondFriendshipInWhateverOrderItIsTold(Reason reason) {
        List<UnaryOperator<Follow>> news = List.of(
                follow -> follow.begun(NOON, false),
                follow -> follow.ended(Reason.DELETED_BY_CUSTOMER, at(5)),
                follow -> follow.begun(at(9), false),
                follow -> follow.ended(reason, at(12)));

        for (var order : orders(news)) {
            for (var twice : news) {
                var follow = unheard;
                for (var one : order) {
                    follow = one.apply(follow);
                }
                follow = twice.apply(follow);
                assertThat(follow.ended()).contains(new End(reason, at(12)));
                assertThat(follow.heardAt()).isEqualTo(at(12));
            }
        }
    }

    /** All of them. */
    private static <T> List<List<T>> orders(List<T> things) {
        if (things.isEmpty()) {
            return List.of(List.of());
        }
        var orders = new ArrayList<List<T>>();
        for (int first = 0; first < things.size(); first++) {
            var rest = new ArrayList<>(things);
            var begins = rest.remove(first);
            orders(rest).forEach(order -> {
                var whole = new ArrayList<>(List.of(begins));
                whole.addAll(order);
                orders.add(whole);
            });
        }
        return orders;
    }

    @Test
    void keepsTheFirstOfTwoEndsInWhateverOrderTheyCome() {
        var begun = unheard.begun(NOON, false);
        var inOrder = begun.ended(Reason.DELETED_BY_CUSTOMER, at(5)).ended(Reason.DELETED_BY_MEMBER, at(9));
        var swapped = begun.ended(Reason.DELETED_BY_MEMBER, at(9)).ended(Reason.DELETED_BY_CUSTOMER, at(5));

        assertThat(inOrder.ended().orElseThrow().reason()).isEqualTo(Reason.DELETED_BY_CUSTOMER);
        assertThat(swapped).isEqualTo(inOrder);
    }

    @Test
    void learnsWhoEndedWhatWasOnlyNoticed() {
        var noticed = unheard.begun(NOON, false).unlisted(at(60));
        assertThat(noticed.ended().orElseThrow().reason()).isEqualTo(Reason.NOT_TOLD);
        assertThat(noticed.ended(Reason.DELETED_BY_MEMBER, at(5)).ended().orElseThrow())
                .isEqualTo(new Follow.End(Reason.DELETED_BY_MEMBER, at(5)));
    }

    @Test
    void isStillListedForAMemberWhomTheCustomerHasDeleted() {
        var deleted = unheard.begun(NOON, false).ended(Reason.DELETED_BY_CUSTOMER, at(5));

        assertThat(deleted.listed(Notes.NONE, NOON).isActive()).isFalse();
        assertThat(deleted.listed(Notes.NONE, at(9)).isActive()).isTrue();
        assertThat(unheard.begun(NOON, false)
                        .ended(Reason.DELETED_BY_MEMBER, at(5))
                        .listed(Notes.NONE, NOON)
                        .isActive())
                .isTrue();
    }

    private static Instant at(int seconds) {
        return NOON.plusSeconds(seconds);
    }
}
