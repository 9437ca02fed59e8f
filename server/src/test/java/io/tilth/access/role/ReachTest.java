package io.tilth.access.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.DataScope;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReachTest {

    private static final Reach OWN = new Reach(Set.of("account:read", "role:write"), DataScope.DEPARTMENT, true);

    @Test
    void coversItselfAndLess() {
        assertThat(OWN.covers(OWN)).isTrue();
        assertThat(OWN.covers(new Reach(Set.of("account:read"), DataScope.SELF, true)))
                .isTrue();
    }

    @Test
    void coversNoFurtherRight() {
        assertThat(OWN.covers(new Reach(Set.of("account:write"), DataScope.SELF, true)))
                .isFalse();
    }

    @Test
    void coversNoWiderScope() {
        assertThat(OWN.covers(new Reach(Set.of(), DataScope.ALL, true))).isFalse();
    }

    @Test
    void unmasksNothingThatIsMaskedForOneself() {
        assertThat(OWN.covers(new Reach(Set.of(), DataScope.SELF, false))).isFalse();
        assertThat(new Reach(Set.of(), DataScope.SELF, false).covers(new Reach(Set.of(), DataScope.SELF, true)))
                .isTrue();
    }
}
