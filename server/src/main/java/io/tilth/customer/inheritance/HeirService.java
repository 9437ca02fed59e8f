package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Heirs;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules who took over. */
@Service
@Transactional(readOnly = true)
class HeirService implements Heirs {

    private final HeirRepository heirs;
    private final Members members;

    HeirService(HeirRepository heirs, Members members) {
        this.heirs = heirs;
        this.members = members;
    }

    @Override
    public Optional<MemberId> of(MemberId left, Optional<CustomerId> customer) {
        return customer.flatMap(known -> stillHere(heirs.ofCustomer(left, known)))
                .or(() -> stillHere(heirs.ofMost(left)));
    }

    @Override
    public Map<CustomerId, MemberId> pending(Collection<CustomerId> customers) {
        return customers.isEmpty() ? Map.of() : heirs.pending(customers);
    }

    private Optional<MemberId> stillHere(List<MemberId> candidates) {
        var known = members.findAll(candidates);
        return candidates.stream()
                .filter(member -> known.containsKey(member) && known.get(member).here())
                .findFirst();
    }
}
