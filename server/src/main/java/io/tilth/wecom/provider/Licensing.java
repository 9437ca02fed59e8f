package io.tilth.wecom.provider;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantRegistry;
import io.tilth.kernel.TenantVisits;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.WecomDirectory;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomSettings;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads who has a licence. Asks WeCom, so it works in no transaction. */
@Component
class Licensing {

    private static final Logger log = LoggerFactory.getLogger(Licensing.class);
    private static final int MOST_AT_ONCE = 1_000;

    private final TenantRegistry registry;
    private final TenantVisits visits;
    private final Companies companies;
    private final WecomDirectory directory;
    private final SuiteCalls calls;
    private final LicenceService licences;
    private final WecomSettings settings;

    Licensing(
            TenantRegistry registry,
            TenantVisits visits,
            Companies companies,
            WecomDirectory directory,
            SuiteCalls calls,
            LicenceService licences,
            WecomSettings settings) {
        this.registry = registry;
        this.visits = visits;
        this.companies = companies;
        this.directory = directory;
        this.calls = calls;
        this.licences = licences;
        this.settings = settings;
    }

    void readAll() {
        if (settings.hosted() && !settings.suite().providerSecret().isEmpty()) {
            registry.all().forEach(this::readTenant);
        }
    }

    private void readTenant(TenantId tenant) {
        visits.apart(tenant, () -> {
            companies.connected().stream()
                    .filter(company -> company.kind() == Company.Kind.PROVIDER)
                    .forEach(this::read);
            return tenant;
        });
    }

    void read(Company company) {
        try {
            var ends = ends(company);
            directory.withCustomers(company.id()).forEach(user -> ends.putIfAbsent(user, Optional.empty()));
            var all = ends.entrySet().stream()
                    .map(end -> new Licence(end.getKey(), end.getValue()))
                    .toList();
            licences.keep(company.id(), all, trialEnds(company));
        } catch (WecomRefusal refusal) {
            log.warn("The licences of a company could not be read: {}", refusal.getMessage());
        }
    }

    private Map<String, Optional<Instant>> ends(Company company) {
        var ends = new LinkedHashMap<String, Optional<Instant>>();
        var cursor = "";
        do {
            var body = new HashMap<String, Object>(Map.of("corpid", company.corpId(), "limit", MOST_AT_ONCE));
            if (!cursor.isEmpty()) {
                body.put("cursor", cursor);
            }
            var answer = calls.licence("list_actived_account", body);
            // A member may hold two licences, of which the later one counts.
            answer.path("account_list")
                    .forEach(account -> ends.merge(
                            account.path("userid").asString("").toLowerCase(Locale.ROOT),
                            moment(account, "expire_time"),
                            (one, other) -> one.flatMap(end -> other.filter(end::isBefore))
                                    .or(() -> one)));
            cursor = answer.path("next_cursor").asString("");
        } while (!cursor.isEmpty());
        return ends;
    }

    private Optional<Instant> trialEnds(Company company) {
        var answer = calls.licence(
                "get_app_license_info",
                Map.of("corpid", company.corpId(), "suite_id", settings.suite().id()));
        return moment(answer.path("trial_info"), "end_time");
    }

    private static Optional<Instant> moment(JsonNode node, String name) {
        return Optional.of(node.path(name).asLong(0)).filter(at -> at > 0).map(Instant::ofEpochSecond);
    }
}
