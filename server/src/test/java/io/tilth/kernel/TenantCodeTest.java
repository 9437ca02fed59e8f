package io.tilth.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TenantCodeTest {

    @Test
    void carriesItsTenant() {
        for (long tenant : new long[] {0, 1, 61, 62, 1_000_123, Long.MAX_VALUE}) {
            var code = TenantCode.next(new TenantId(tenant));
            assertThat(TenantCode.parse(code.toString())).contains(code);
        }
    }

    @Test
    void isNotGuessed() {
        assertThat(IntStream.range(0, 1000)
                        .mapToObj(n -> TenantCode.next(TenantId.HOUSE).toString()))
                .doesNotHaveDuplicates()
                .allMatch(text -> text.length() == 20);
    }

    @Test
    void noticesAWrongLetter() {
        var text = TenantCode.next(new TenantId(42)).toString();
        for (int place = 1; place < text.length(); place++) {
            var wrong = new StringBuilder(text);
            wrong.setCharAt(place, text.charAt(place) == 'b' ? 'c' : 'b');
            assertThat(TenantCode.parse(wrong.toString())).as(wrong.toString()).isEmpty();
        }
    }

    @Test
    void takesNothingElseForACode() {
        for (var text :
                new String[] {"", "a", "abc", "0000000", "z".repeat(40), "../etc/passwd", "中文中文", "B" + "z".repeat(30)
                }) {
            assertThat(TenantCode.parse(text)).as(text).isEmpty();
        }
    }
}
