package io.tilth.tracking;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import java.util.Map;
import java.util.Optional;

/** What could be sent to customers next. */
public interface NextReads {

    /**
     * For each of the customers something they have not read yet, from the same folder as what they read last, if it has
     * any; who has read everything is left out.
     */
    Map<CustomerId, Next> of(Map<CustomerId, Optional<MaterialId>> lastRead);

    record Next(MaterialId id, String title) {}
}
