package io.tilth.tenancy.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.tenancy.Tenants.State;
import io.tilth.tenancy.tenant.Tenant.Profile;
import io.tilth.tenancy.tenant.Tenant.Terms;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class TenantTest {

    private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");
    private static final Instant NEXT_YEAR = Instant.parse("2027-11-22T04:00:00Z");

    private final Tenant acme = acme("Acme", NEXT_YEAR);

    @Test
    void hasANameOfOneToSixtyCharacters() {
        refused("tenant-name-not-valid", () -> acme(" ", NEXT_YEAR));
        refused("tenant-name-not-valid", () -> acme("字".repeat(61), NEXT_YEAR));
        assertThat(acme(" " + "字".repeat(60) + " ", NEXT_YEAR).name()).hasSize(60);
    }

    @Test
    void isValidUntilAMomentThatTheDatabaseCanHold() {
        refused("tenant-valid-until-not-valid", () -> acme("Acme", NOW.minusSeconds(1)));
        refused("tenant-valid-until-not-valid", () -> acme("Acme", Instant.MAX));
    }

    @Test
    void isSuspendedOnceAndResumedOnce() {
        var suspended = acme.suspended("unpaid");

        assertThat(suspended.state()).isEqualTo(State.SUSPENDED);
        assertThat(suspended.suspendedReason()).contains("unpaid");
        refused("tenant-already-suspended", () -> suspended.suspended("again"));
        assertThat(suspended.resumed().state()).isEqualTo(State.ACTIVE);
        refused("tenant-not-suspended", acme::resumed);
    }

    @Test
    void closesOnlyForWhoeverTypesItsName() {
        refused("tenant-name-does-not-match", () -> acme.closing("acme", NOW));

        var closing = acme.closing(" Acme ", NOW);

        assertThat(closing.state()).isEqualTo(State.CLOSING);
        assertThat(closing.closesAt()).contains(NOW.plus(Duration.ofDays(30)));
        refused("tenant-already-closing", () -> closing.closing("Acme", NOW));
        assertThat(closing.kept().state()).isEqualTo(State.ACTIVE);
        refused("tenant-not-closing", acme::kept);
    }

    @Test
    void staysSuspendedWhenItIsClosedOrKept() {
        var both = acme.suspended("unpaid").closing("Acme", NOW);

        assertThat(both.state()).isEqualTo(State.SUSPENDED);
        assertThat(both.closesAt()).isPresent();
        assertThat(both.kept().state()).isEqualTo(State.SUSPENDED);
        assertThat(both.resumed().state()).isEqualTo(State.CLOSING);
    }

    @Test
    void isExtendedByDaysOfItsOwnCalendar() {
        var newYork = new Profile("Globex", Trade.OTHER, ZoneId.of("America/New_York"));
        var noonBeforeSummerTime = Instant.parse("2027-03-13T17:00:00Z");
        var globex =
                Tenant.open(new TenantId(2), newYork, new Terms(Plan.PRO, noonBeforeSummerTime, Optional.empty()), NOW);

        assertThat(globex.extended(1, NOW).validUntil()).isEqualTo("2027-03-14T16:00:00Z");
    }

    @Test
    void isExtendedFromTodayWhenItsTimeHasRunOut() {
        var later = NEXT_YEAR.plus(Duration.ofDays(100));

        assertThat(acme.extended(30, NOW).validUntil()).isEqualTo(NEXT_YEAR.plus(Duration.ofDays(30)));
        assertThat(acme.extended(30, later).validUntil()).isEqualTo(later.plus(Duration.ofDays(30)));
    }

    @Test
    void countsItsChanges() {
        assertThat(acme.suspended("unpaid").resumed().version()).isEqualTo(acme.version() + 2);
    }

    private static Tenant acme(String name, Instant validUntil) {
        return Tenant.open(
                new TenantId(1),
                new Profile(name, Trade.RETAIL, ZoneId.of("Asia/Shanghai")),
                new Terms(Plan.TRIAL, validUntil, Optional.empty()),
                NOW);
    }

    private static void refused(String code, ThrowingCallable work) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(work).withMessage(code);
    }
}
