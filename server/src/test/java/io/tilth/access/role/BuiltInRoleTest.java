package io.tilth.access.role;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.DataScope;
import io.tilth.kernel.Right.Place;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BuiltInRoleTest {

    private static final Set<String> OFFERED = Set.of("account:write", "company:export", "later:right");

    @Test
    void givesAdministratorsEveryRightOfTheirPlaceAlsoLaterOnes() {
        assertThat(BuiltInRole.ADMIN.reach(OFFERED)).isEqualTo(new Reach(OFFERED, DataScope.ALL, false));
        assertThat(BuiltInRole.OPERATOR.reach(OFFERED)).isEqualTo(new Reach(OFFERED, DataScope.ALL, false));
    }

    @Test
    void letsOperationsExportButAdministerNobody() {
        assertThat(BuiltInRole.OPERATIONS.reach(OFFERED).rights())
                .contains("company:export")
                .doesNotContain(
                        "account:write",
                        "role:write",
                        "role-rule:write",
                        "api-key:write",
                        "company:write",
                        "wecom:write");
        assertThat(BuiltInRole.OPERATIONS.reach(OFFERED).masked()).isTrue();
    }

    @Test
    void showsGuidesTheirOwnInFullAndServiceTheirOwnMasked() {
        assertThat(BuiltInRole.GUIDE.reach(OFFERED).scope()).isEqualTo(DataScope.SELF);
        assertThat(BuiltInRole.GUIDE.reach(OFFERED).masked()).isFalse();
        assertThat(BuiltInRole.SERVICE.reach(OFFERED).scope()).isEqualTo(DataScope.SELF);
        assertThat(BuiltInRole.SERVICE.reach(OFFERED).masked()).isTrue();
    }

    @Test
    void isFoundInItsOwnPlaceAlone() {
        assertThat(BuiltInRole.find(Place.COMPANY, BuiltInRole.ADMIN.id())).contains(BuiltInRole.ADMIN);
        assertThat(BuiltInRole.find(Place.HOUSE, BuiltInRole.ADMIN.id())).isEmpty();
    }

    /** Rows of every installation hold these. */
    @Test
    void keepsItsIdForEver() {
        assertThat(BuiltInRole.ADMIN.id().value()).hasToString("00000000-0000-0000-0000-000000000001");
        assertThat(BuiltInRole.SERVICE.id().value()).hasToString("00000000-0000-0000-0000-000000000005");
        assertThat(BuiltInRole.OPERATOR.id().value()).hasToString("00000000-0000-0000-0000-000000000011");
        assertThat(BuiltInRole.CARE.id().value()).hasToString("00000000-0000-0000-0000-000000000012");
    }
}
