package io.tilth.guard.walls;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Set;

/** Calls of a method, also by reference ({@code Instant::now}). */
final class Calls {

    private static final Set<Class<?>> MOMENTS = Set.of(
            Instant.class,
            LocalDate.class,
            LocalTime.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class,
            Year.class,
            YearMonth.class);

    private Calls() {}

    static DescribedPredicate<JavaAccess<?>> of(Class<?> owner, String method) {
        return DescribedPredicate.describe(
                "calls " + owner.getSimpleName() + "." + method,
                access -> access.getTargetOwner().isEquivalentTo(owner)
                        && access.getTarget().getName().equals(method));
    }

    /** Any {@code now()} that does not take a clock, and {@code new Date()}. */
    static DescribedPredicate<JavaAccess<?>> readingTheWallClock() {
        return DescribedPredicate.describe("reads the machine's clock", access -> {
            var owner = access.getTargetOwner();
            if (!(access.getTarget() instanceof CodeUnitAccessTarget target)) {
                return false;
            }
            boolean now = target.getName().equals("now") && MOMENTS.stream().anyMatch(owner::isEquivalentTo);
            boolean date = target.getName().equals("<init>") && owner.isEquivalentTo(Date.class);
            var takes = target.getRawParameterTypes();
            return now && takes.stream().noneMatch(type -> type.isAssignableTo(Clock.class)) || date && takes.isEmpty();
        });
    }
}
