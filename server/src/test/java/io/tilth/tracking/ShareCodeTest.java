package io.tilth.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.TenantId;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShareCodeTest {

    @Test
    void saysWhoseItIs() {
        LongStream.of(0, 1, 61, 62, 3_000, 123_456_789_012L)
                .mapToObj(TenantId::new)
                .forEach(tenant -> {
                    var code = ShareCode.next(tenant);
                    assertThat(ShareCode.read(code.text())).hasValue(code);
                });
    }

    @Test
    void isNotTakenForAnotherWhenADigitIsWrong() {
        var code = ShareCode.next(new TenantId(42)).text();
        for (int place = 0; place < code.length(); place++) {
            char wrong = code.charAt(place) == 'x' ? 'y' : 'x';
            var typo = code.substring(0, place) + wrong + code.substring(place + 1);
            assertThat(ShareCode.read(typo)).as(typo).isEmpty();
        }
    }

    @Test
    void isNothingThatWeNeverMade() {
        assertThat(ShareCode.read("")).isEmpty();
        assertThat(ShareCode.read("0".repeat(400))).isEmpty();
        assertThat(ShareCode.read("' or 1=1 --aaaaaaaaaaa")).isEmpty();
    }
}
