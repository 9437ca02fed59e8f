package io.tilth.directory;

import java.util.Optional;

/** The shops of the current tenant, as other modules may name them. */
public interface Shops {

    /** Where the member works; of several the one whose code comes first. */
    Optional<Place> of(MemberId member);

    /** @param phone the manager's, if they entered one */
    record Place(ShopId id, String name, String city, String address, Optional<String> phone) {}
}
