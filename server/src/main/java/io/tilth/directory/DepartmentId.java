package io.tilth.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a department, 部门. */
public record DepartmentId(@JsonValue UUID value) {

    public static DepartmentId next() {
        return new DepartmentId(Ids.next());
    }

    @JsonCreator
    public static DepartmentId of(String value) {
        return new DepartmentId(UUID.fromString(value));
    }
}
