package io.tilth.wecom;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a connected WeCom company, 主体. */
public record CompanyId(@JsonValue UUID value) {

    public static CompanyId next() {
        return new CompanyId(Ids.next());
    }

    @JsonCreator
    public static CompanyId of(String value) {
        return new CompanyId(UUID.fromString(value));
    }
}
