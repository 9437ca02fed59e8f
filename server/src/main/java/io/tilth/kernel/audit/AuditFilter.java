package io.tilth.kernel.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/** Which lines are wanted: a range of time, a kind of deed ({@code account} or {@code account.frozen}), an actor. */
record AuditFilter(
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE_TIME) @Nullable
        Instant to,

        @Nullable String action,
        @Nullable UUID actor) {}
