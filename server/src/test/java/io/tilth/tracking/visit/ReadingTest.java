package io.tilth.tracking.visit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.tracking.VisitMoved.Deed;
import io.tilth.tracking.visit.Reading.Told;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadingTest {

    private static final Instant AT = Instant.parse("2026-11-22T12:00:00Z");

    private final List<Told> told = new ArrayList<>();

    @Test
    void doesNotCountWhatAScannerOrAPreviewDoes() {
        beat(2, 2, 0, false);
        assertThat(reading().counts()).isFalse();

        told.clear();
        beat(1, 1, 0, true);
        assertThat(reading().counts()).isFalse();
    }

    @Test
    void countsOnceSeenForTwoSecondsAndTouchedOrSeenAgain() {
        beat(2, 2, 0, true);
        assertThat(reading().counts()).isTrue();

        told.clear();
        beat(2, 2, 0, false);
        beat(7, 5, 0, false);
        assertThat(reading().counts()).isTrue();
    }

    @Test
    void aTapCountsHoweverSoonItCame() {
        told.add(new Told(AT, "call", 0, 0, Optional.empty(), false));
        assertThat(reading().counts()).isTrue();
        assertThat(reading().deeds(false, true)).containsExactlyInAnyOrder(Deed.OPENED, Deed.CALL_TAPPED);
    }

    @Test
    void growsFromOpenedToReadLong() {
        beat(2, 2, 10, true);
        assertThat(reading().deeds(false, true)).containsExactly(Deed.OPENED);
        read(10, 40);
        assertThat(reading().deeds(false, true)).contains(Deed.STAYED).doesNotContain(Deed.READ);
        read(20, 49);
        assertThat(reading().seconds()).isEqualTo(32);
        assertThat(reading().deeds(false, true)).doesNotContain(Deed.READ);
        read(5, 50);
        assertThat(reading().deeds(false, true)).contains(Deed.READ).doesNotContain(Deed.READ_LONG);
        read(145, 60);
        assertThat(reading().deeds(false, true)).contains(Deed.READ_LONG);
    }

    @Test
    void isReadLongAtTheEndOnlyWhereThereIsOne() {
        beat(5, 5, 100, true);
        read(5, 100);
        assertThat(reading().deeds(false, true)).contains(Deed.READ_LONG);
        assertThat(reading().deeds(false, false)).doesNotContain(Deed.READ_LONG);
    }

    @Test
    void addsTheTimeOfEachPage() {
        page(3, 6, 6);
        page(4, 12, 6);
        for (int second = 18; second < 78; second += 6) {
            page(3, second, 6);
        }
        assertThat(reading().pages()).containsExactly(0, 0, 66, 6);
        assertThat(reading().longestPage()).hasValue(3);
        assertThat(reading().deeds(true, true)).contains(Deed.PAGE_STUDIED);
        assertThat(reading().deeds(false, true)).doesNotContain(Deed.PAGE_STUDIED);
    }

    @Test
    void twoWindowsSideBySideDoNotMakeTimePassFaster() {
        for (int second = 5; second <= 50; second += 5) {
            beat(second, 5, 10, true);
            beat(second, 5, 10, true);
        }
        assertThat(reading().seconds()).isEqualTo(51);
    }

    private void read(int seconds, int depth) {
        for (int left = seconds; left > 0; left -= 5) {
            beat(told.getLast().at().getEpochSecond() - AT.getEpochSecond() + 5, 5, depth, false);
        }
    }

    private void beat(long second, int seconds, int depth, boolean touched) {
        told.add(new Told(AT.plusSeconds(second), "beat", seconds, depth, Optional.empty(), touched));
    }

    private void page(int page, long second, int seconds) {
        told.add(new Told(AT.plusSeconds(second), "beat", seconds, 50, Optional.of(page), true));
    }

    private Reading reading() {
        return Reading.of(told);
    }
}
