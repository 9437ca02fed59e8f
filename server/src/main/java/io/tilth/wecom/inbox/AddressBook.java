package io.tilth.wecom.inbox;

import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The addresses in use on this node. Nothing is told between nodes: what is known grows old, and then is asked again. */
@Component
class AddressBook {

    private static final Duration FRESH = Duration.ofSeconds(30);
    private static final int MOST = 20_000;

    private final AddressService addresses;
    private final TenantVisits visits;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    AddressBook(AddressService addresses, TenantVisits visits, Clock clock) {
        this.addresses = addresses;
        this.visits = visits;
        this.clock = clock;
    }

    Optional<Address> find(String key) {
        if (!Address.isKey(key)) {
            return Optional.empty();
        }
        var entry = known.get(key);
        var now = clock.instant();
        if (entry == null || isMineToRenew(key, entry, now)) {
            return ask(key, now);
        }
        return Optional.of(entry.address());
    }

    /** Of many requests at once, one asks anew and the others go on with what is known. */
    private boolean isMineToRenew(String key, Known entry, Instant now) {
        return !entry.since().plus(FRESH).isAfter(now) && known.replace(key, entry, new Known(entry.address(), now));
    }

    /** Addresses that do not exist are not kept: anybody may make them up. */
    private Optional<Address> ask(String key, Instant now) {
        var found =
                addresses.place(key).flatMap(place -> visits.system(place.tenant(), () -> addresses.open(place.id())));
        if (known.size() >= MOST) {
            known.clear();
        }
        found.ifPresentOrElse(address -> known.put(key, new Known(address, now)), () -> known.remove(key));
        return found;
    }

    void verified(Address address) {
        visits.system(address.tenant(), () -> {
            addresses.verified(address);
            return true;
        });
    }

    private record Known(Address address, Instant since) {}
}
