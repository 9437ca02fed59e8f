package io.tilth.wecom.provider;

import io.tilth.wecom.ProviderFigures.Licences;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;

/** A member's licence for the provider's app, 接口许可; without an end there is none. */
record Licence(String userId, Optional<Instant> expiresAt) {

    static Licences count(Collection<Licence> all, Optional<Instant> trialEnds, Instant now) {
        boolean trial = trialEnds.filter(now::isBefore).isPresent();
        int active = (int) all.stream().filter(one -> one.holdsAt(now)).count();
        int without =
                (int) all.stream().filter(one -> one.expiresAt().isEmpty()).count();
        var next = Stream.concat(all.stream().flatMap(one -> one.expiresAt().stream()), trialEnds.stream())
                .filter(now::isBefore)
                .min(Instant::compareTo);
        return new Licences(active, trial ? without : 0, all.size() - active - without, trial ? 0 : without, next);
    }

    private boolean holdsAt(Instant now) {
        return expiresAt.filter(now::isBefore).isPresent();
    }
}
