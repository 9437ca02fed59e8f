package io.tilth.customer.inheritance;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Heirs;
import io.tilth.directory.MemberId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells other modules who takes customers over. */
@Service
@Transactional(readOnly = true)
class HeirService implements Heirs {

    private final HeirRepository heirs;

    HeirService(HeirRepository heirs) {
        this.heirs = heirs;
    }

    @Override
    public Optional<MemberId> of(MemberId from, CustomerId customer) {
        return heirs.find(from, customer);
    }
}
