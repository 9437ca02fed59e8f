package io.tilth.wecom.inbox;

import io.tilth.kernel.TenantId;

/** A queue within a tenant, worked off by one worker at a time, on whichever node. */
record Lane(TenantId tenant, int number) {

    static Lane of(Arrival arrival) {
        return new Lane(arrival.tenant(), arrival.lane());
    }
}
