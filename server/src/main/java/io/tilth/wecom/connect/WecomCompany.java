package io.tilth.wecom.connect;

import io.tilth.wecom.CallbackAddresses.Traffic;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.connect.ConnectedCompany.State;
import java.time.Instant;
import java.util.Optional;

/** @param trouble whether somebody should look at its health */
record WecomCompany(
        CompanyId id,
        String name,
        String corpId,
        Company.Kind kind,
        int agentId,
        State state,
        Optional<String> domain,
        Optional<Instant> connectedAt,
        Optional<Instant> lastCallbackAt,
        boolean trouble,
        int version) {

    private static final long LONG_LAG_MS = 300_000;

    static WecomCompany of(ConnectedCompany company, Traffic traffic, boolean refused) {
        boolean stuck = traffic.failed() > 0 || traffic.lagMs() > LONG_LAG_MS;
        return new WecomCompany(
                company.id(),
                company.name(),
                company.corpId(),
                company.kind(),
                company.agentId(),
                company.state(),
                company.domain(),
                company.connectedAt(),
                traffic.lastAt(),
                company.state() == State.CONNECTED && (stuck || refused),
                company.version());
    }
}
