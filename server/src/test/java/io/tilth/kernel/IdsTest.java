package io.tilth.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTest {

    @Test
    void growsFromCallToCallAsPostgreSqlComparesThem() {
        var ids = Stream.generate(Ids::next).limit(20_000).map(UUID::toString).toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void isAVersion7Uuid() {
        assertThat(Ids.next().version()).isEqualTo(7);
        assertThat(Ids.next().variant()).isEqualTo(2);
    }

    @Test
    void holdsItsMoment() {
        var before = Instant.now();
        var id = Ids.next();

        assertThat(Ids.floor(before).toString()).isLessThanOrEqualTo(id.toString());
        assertThat(Ids.floor(before.plusSeconds(1)).toString()).isGreaterThan(id.toString());
    }
}
