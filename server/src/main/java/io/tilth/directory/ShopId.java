package io.tilth.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.tilth.kernel.Ids;
import java.util.UUID;

/** Identifies a shop, 门店. */
public record ShopId(@JsonValue UUID value) {

    public static ShopId next() {
        return new ShopId(Ids.next());
    }

    @JsonCreator
    public static ShopId of(String value) {
        return new ShopId(UUID.fromString(value));
    }
}
