package io.tilth.access.role;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.tilth.kernel.Right;
import io.tilth.kernel.Right.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every right that the modules declare, by the place where it means something. */
@Component
class OfferedRights {

    private final List<Right> all;

    OfferedRights(List<Right.Catalog> catalogs) {
        this.all = catalogs.stream()
                .flatMap(catalog -> catalog.rights().stream())
                .distinct()
                .sorted(Comparator.comparing(Right::key))
                .toList();
    }

    List<Right> in(Place place) {
        return all.stream().filter(right -> right.places().contains(place)).toList();
    }

    Set<String> keys(Place place) {
        return in(place).stream().map(Right::key).collect(toUnmodifiableSet());
    }
}
