package io.tilth.access.rolerule;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.RoleId;
import io.tilth.directory.DepartmentId;
import io.tilth.directory.Standings.Standing;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RoleRuleTest {

    private static final DepartmentId SALES = DepartmentId.next();
    private static final DepartmentId ONLINE = DepartmentId.next();
    private static final Standing LEADER =
            new Standing(Optional.of("网销Leader"), Set.of(SALES, ONLINE), Set.of(ONLINE), false);

    @Test
    void fitsEverybodyWhenItAsksForNothing() {
        assertThat(rule(null, null, null).fits(LEADER)).isTrue();
        assertThat(rule(null, null, null).fits(new Standing(Optional.empty(), Set.of(), Set.of(), false)))
                .isTrue();
    }

    @Test
    void fitsMembersOfTheDepartmentAndOfThoseBelow() {
        assertThat(rule(SALES, null, null).fits(LEADER)).isTrue();
        assertThat(rule(DepartmentId.next(), null, null).fits(LEADER)).isFalse();
    }

    @Test
    void asksForTheLeaderOfTheNamedDepartmentOrOfAny() {
        assertThat(rule(null, true, null).fits(LEADER)).isTrue();
        assertThat(rule(ONLINE, true, null).fits(LEADER)).isTrue();
        assertThat(rule(SALES, true, null).fits(LEADER)).isFalse();
        assertThat(rule(SALES, false, null).fits(LEADER)).isTrue();
        assertThat(rule(null, false, null).fits(LEADER)).isFalse();
    }

    @Test
    void asksForAPartOfThePositionWhateverTheCase() {
        assertThat(rule(null, null, "LEADER").fits(LEADER)).isTrue();
        assertThat(rule(null, null, "店长").fits(LEADER)).isFalse();
        assertThat(rule(null, null, "店长").fits(new Standing(Optional.empty(), Set.of(), Set.of(), false)))
                .isFalse();
    }

    @Test
    void asksForEverythingAtOnce() {
        assertThat(rule(ONLINE, true, "网销").fits(LEADER)).isTrue();
        assertThat(rule(ONLINE, true, "店长").fits(LEADER)).isFalse();
    }

    private static RoleRule rule(DepartmentId department, Boolean leads, String position) {
        return new RoleRule(
                UUID.randomUUID(),
                Optional.ofNullable(department),
                Optional.ofNullable(leads),
                Optional.ofNullable(position),
                RoleId.next());
    }
}
