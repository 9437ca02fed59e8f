package io.tilth.tenancy.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PiecesTest {

    private final List<byte[]> taken = new ArrayList<>();
    private final Pieces pieces = new Pieces((number, piece) -> {
        assertThat(number).isEqualTo(taken.size());
        taken.add(piece);
    });

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Pieces.SIZE - 1, Pieces.SIZE, Pieces.SIZE + 1, 3 * Pieces.SIZE})
    void giveTheWholeWhenPutTogether(int length) {
        var whole = new byte[length];
        new Random(1).nextBytes(whole);

        pieces.write(whole, 0, length);
        pieces.close();

        var together = new ByteArrayOutputStream();
        taken.forEach(together::writeBytes);
        assertThat(together.toByteArray()).isEqualTo(whole);
        assertThat(pieces.length()).isEqualTo(length);
    }

    @Test
    void areHandedOverAsSoonAsTheyAreFull() {
        for (int i = 0; i <= Pieces.SIZE; i++) {
            pieces.write(7);
        }
        assertThat(taken).hasSize(1);
    }
}
