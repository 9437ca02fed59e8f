package io.tilth.wecom.provider;

import io.tilth.wecom.SuiteEvents;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears what WeCom tells the provider, 指令回调, and answers at once: what takes long is done by a job. */
@Component
class Orders implements SuiteEvents {

    private static final Set<String> OF_AUTHORISATIONS = Set.of("create_auth", "cancel_auth", "reset_permanent_code");

    private final SuiteService suite;
    private final InstallService installs;

    Orders(SuiteService suite, InstallService installs) {
        this.suite = suite;
        this.installs = installs;
    }

    @Override
    public void accept(String infoType, Map<String, String> fields) {
        var type = infoType.strip();
        if (type.equals("suite_ticket")) {
            Optional.ofNullable(fields.get("SuiteTicket"))
                    .filter(ticket -> !ticket.isBlank())
                    .ifPresent(ticket -> suite.keepTicket(ticket.strip()));
        } else if (OF_AUTHORISATIONS.contains(type)) {
            installs.order(
                    type,
                    fields.getOrDefault("AuthCorpId", ""),
                    fields.getOrDefault("State", ""),
                    Optional.ofNullable(fields.get("AuthCode")).filter(code -> !code.isBlank()));
        }
    }
}
