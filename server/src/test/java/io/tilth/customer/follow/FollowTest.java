package io.tilth.customer.follow;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.customer.CustomerId;
import io.tilth.customer.FollowEnded.Reason;
import io.tilth.directory.MemberId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

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

        assertThat(ended.begun(NOON, false)).isEqualTo(ended);
        assertThat(ended.isNewBeginning(NOON)).isFalse();
        assertThat(ended.isActive()).isFalse();
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
