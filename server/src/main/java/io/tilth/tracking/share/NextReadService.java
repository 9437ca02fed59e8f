package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Offer;
import io.tilth.customer.CustomerId;
import io.tilth.tracking.NextReads;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class NextReadService implements NextReads {

    private static final int OFFERED = 60;

    private final Materials materials;
    private final ShareListRepository shares;

    NextReadService(Materials materials, ShareListRepository shares) {
        this.materials = materials;
        this.shares = shares;
    }

    @Override
    public Map<CustomerId, Next> of(Map<CustomerId, Optional<MaterialId>> lastRead) {
        if (lastRead.isEmpty()) {
            return Map.of();
        }
        var offers = materials.offers(OFFERED);
        var read = shares.read(lastRead.keySet(), offers.stream().map(Offer::id).toList());
        var next = new HashMap<CustomerId, Next>();
        lastRead.forEach((customer, last) -> choose(offers, last, read.getOrDefault(customer, Set.of()))
                .ifPresent(offer -> next.put(customer, new Next(offer.id(), offer.title()))));
        return next;
    }

    private static Optional<Offer> choose(List<Offer> offers, Optional<MaterialId> last, Set<MaterialId> read) {
        var folder = last.flatMap(id -> offers.stream()
                .filter(offer -> offer.id().equals(id))
                .findFirst()
                .flatMap(Offer::folder));
        return offers.stream()
                .filter(offer -> !read.contains(offer.id())
                        && !last.filter(offer.id()::equals).isPresent())
                .min(Comparator.comparing(
                        offer -> folder.isEmpty() || !offer.folder().equals(folder)));
    }
}
