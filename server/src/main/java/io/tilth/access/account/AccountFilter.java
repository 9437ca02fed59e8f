package io.tilth.access.account;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** @param q part of a name or a login */
record AccountFilter(
        @Nullable @Size(max = 100) String q, @Nullable AccountState state) {}
