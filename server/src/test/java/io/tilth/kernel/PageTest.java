package io.tilth.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageTest {

    private static final List<Integer> NUMBERS = IntStream.range(0, 7).boxed().toList();

    @Test
    void goesThroughAListPartByPartAndEnds() {
        var first = page(new Paging(null, 3));
        var second = page(new Paging(first.next(), 3));
        var third = page(new Paging(second.next(), 3));

        assertThat(first.items()).containsExactly(0, 1, 2);
        assertThat(second.items()).containsExactly(3, 4, 5);
        assertThat(third.items()).containsExactly(6);
        assertThat(third.next()).isNull();
    }

    @Test
    void keepsTheLimitWithinReason() {
        assertThat(new Paging(null, null).size()).isEqualTo(50);
        assertThat(new Paging(null, 100_000).size()).isEqualTo(200);
        assertThat(new Paging(null, -5).size()).isEqualTo(1);
    }

    @Test
    void refusesACursorThatIsNone() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Paging("***", null).after())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("cursor-not-valid"));
    }

    @Test
    void refusesACursorThatPointsAtNoRow() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Paging(Paging.cursor("not an id"), null).afterId())
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("cursor-not-valid"));
    }

    private static Page<Integer> page(Paging paging) {
        int start = paging.after().map(Integer::parseInt).map(last -> last + 1).orElse(0);
        return Page.of(NUMBERS.stream().skip(start).limit(paging.rows()).toList(), paging, String::valueOf);
    }
}
