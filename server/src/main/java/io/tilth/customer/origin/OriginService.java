package io.tilth.customer.origin;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Origins;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class OriginService implements Origins {

    private final OriginRepository origins;

    OriginService(OriginRepository origins) {
        this.origins = origins;
    }

    @Override
    public void credit(CustomerId customer, Origin origin) {
        origins.insert(origin);
        origins.credit(customer, origin);
    }

    @Override
    public void rename(Origin origin) {
        origins.update(origin);
    }

    void join(CustomerId gone, CustomerId into) {
        origins.join(gone, into);
    }
}
