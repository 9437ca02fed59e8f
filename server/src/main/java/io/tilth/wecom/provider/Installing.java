package io.tilth.wecom.provider;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.Authorisations;
import io.tilth.wecom.SuiteCompanies.Authorised;
import io.tilth.wecom.WecomRefusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Does what an order asks for: brings a company in, gives it another code, lets it go. Asks WeCom in between. */
@Component
class Installing {

    private static final Logger log = LoggerFactory.getLogger(Installing.class);

    private final InstallService installs;
    private final SuiteCalls calls;
    private final Authorisations authorisations;
    private final TenantVisits visits;

    Installing(InstallService installs, SuiteCalls calls, Authorisations authorisations, TenantVisits visits) {
        this.installs = installs;
        this.calls = calls;
        this.authorisations = authorisations;
        this.visits = visits;
    }

    void work(UUID id) {
        installs.order(id).ifPresent(order -> {
            switch (order.infoType()) {
                case "create_auth", "reset_permanent_code" -> redeem(order);
                case "cancel_auth" -> installs.find(order.corpId()).ifPresent(this::cancel);
                default -> log.info("Nobody waits for {}.", order.infoType());
            }
            installs.done(id);
        });
    }

    /** A code is good once; whoever comes second, by the redirect or by the event, finds the company connected. */
    private void redeem(Order order) {
        if (order.code().isEmpty()) {
            return;
        }
        try {
            bring(
                    order,
                    calls.suite(
                            "get_permanent_code",
                            Map.of("auth_code", order.code().get())));
        } catch (WecomRefusal refusal) {
            if (refusal.kind() == WecomRefusal.Kind.BUSY) {
                throw refusal; // the job comes again
            }
            log.info("An authorisation code opened nothing: {}", refusal.code());
        }
    }

    private void bring(Order order, JsonNode answer) {
        var corp = answer.path("auth_corp_info");
        var corpId = corp.path("corpid").asString("");
        var authorised = new Authorisations.Authorised(
                corpId,
                corp.path("corp_name").asString(""),
                answer.at("/auth_info/agent/0/agentid").asInt(0),
                answer.path("permanent_code").asString(""));
        var known = installs.find(corpId);
        if (known.isPresent()) {
            inTenant(known.get().tenant(), () -> again(known.get(), order, authorised));
            return;
        }
        var state = order.state().isEmpty() ? answer.path("state").asString("") : order.state();
        tenant(state)
                .ifPresentOrElse(
                        tenant -> inTenant(
                                tenant, () -> installs.bind(corpId, tenant, authorisations.authorised(authorised))),
                        () -> log.warn("A corporation has authorised the app, but in no tenant's name."));
    }

    private void again(Authorised known, Order order, Authorisations.Authorised authorised) {
        if (order.infoType().equals("reset_permanent_code")) {
            authorisations.renewed(known.company(), authorised.permanentCode());
        } else {
            authorisations.authorised(authorised);
        }
    }

    private void cancel(Authorised known) {
        inTenant(known.tenant(), () -> authorisations.cancelled(known.company()));
    }

    private Optional<TenantId> tenant(String state) {
        return state.isEmpty() ? Optional.empty() : installs.tenant(state);
    }

    private void inTenant(TenantId tenant, Runnable work) {
        visits.system(tenant, () -> {
            work.run();
            return tenant;
        });
    }
}
