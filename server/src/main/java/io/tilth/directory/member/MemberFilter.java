package io.tilth.directory.member;

import io.tilth.directory.DepartmentId;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * @param q a part of the name or the user id
 * @param department they or a department above them
 */
record MemberFilter(
        @Nullable @Size(max = 100) String q,
        @Nullable DepartmentId department,
        @Nullable Presence state) {

    /** Whether they still work here. */
    enum Presence {
        HERE,
        LEFT
    }
}
