package io.tilth.demo;

import static java.util.Objects.requireNonNull;

import io.tilth.access.AccountId;
import io.tilth.access.AccountMembers;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.TilthSettings;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.Connections;
import io.tilth.wecom.Connections.App;
import io.tilth.wecom.WecomSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.databind.JsonNode;

/** Connects the demo companies to the sandbox that plays WeCom for them, as their administrators would. */
@Component
@Profile("demo")
class DemoWecom {

    private static final int TRIES = 5;
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Logger log = LoggerFactory.getLogger(DemoWecom.class);

    private final WecomSettings settings;
    private final TilthSettings house;
    private final Connections connections;
    private final Members members;
    private final AccountMembers ties;
    private final TenantVisits visits;
    private final Clock clock;
    private final RestClient sandbox = RestClient.create();

    DemoWecom(
            WecomSettings settings,
            TilthSettings house,
            Connections connections,
            Members members,
            AccountMembers ties,
            TenantVisits visits,
            Clock clock) {
        this.settings = settings;
        this.house = house;
        this.connections = connections;
        this.members = members;
        this.ties = ties;
        this.visits = visits;
        this.clock = clock;
    }

    /** The sandbox's own companies; their secrets open nothing else. */
    static final App STAR =
            new App("禾木里全屋定制", "ww8c1f0e6b2a7d4953", 1000002, "demo-hemuli-app-secret-8c1f0e6b2a7d4953-001");

    static final App SOFTWARE =
            new App("云栈软件", "ww3b7e92d5f04c6a18", 1000002, "demo-yunzhan-app-secret-3b7e92d5f04c6a18-01");

    /**
     * Does nothing when WeCom is not played on this machine.
     *
     * @param accounts who of the company's people has which account, by WeCom's user id
     */
    Optional<CompanyId> connect(TenantId tenant, App app, Map<String, AccountId> accounts) {
        if (!isPlayed()) {
            return Optional.empty();
        }
        try {
            var company = visits.apart(tenant, () -> connect(app));
            visits.system(tenant, () -> tie(company, accounts));
            return Optional.of(company);
        } catch (RestClientException unreachable) {
            log.warn("The sandbox at {} does not answer, so {} is not connected.", settings.apiUrl(), app.name());
            return Optional.empty();
        }
    }

    private CompanyId connect(App app) {
        var company = connections.begin(app);
        connections.keptSince(company, clock.instant().minus(MONTH));
        var issued = connections.issueCallback(company);
        enter(Map.of(
                "corp", app.corpId(),
                "agent", app.agentId(),
                "url", issued.url().toString(),
                "token", issued.token(),
                "aesKey", issued.aesKey()));
        enterPages(app, company);
        connections.connect(company);
        return company;
    }

    private Map<String, MemberId> tie(CompanyId company, Map<String, AccountId> accounts) {
        var known = members.ofUsers(company, accounts.keySet());
        known.forEach((user, member) -> ties.tie(requireNonNull(accounts.get(user)), member));
        return known;
    }

    /** What an administrator enters in WeCom's own pages; again, when a server that has just started answered too late. */
    private void enter(Map<String, ?> callback) {
        for (int tries = 1; tries <= TRIES; tries++) {
            var answer = sandbox.post()
                    .uri(settings.apiUrl().resolve("/sandbox/api/callbacks"))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(callback)
                    .retrieve()
                    .body(JsonNode.class);
            if (answer == null || answer.path("problem").asString("").isEmpty()) {
                return;
            }
            log.warn(
                    "The sandbox does not take the address for callbacks: {}",
                    answer.path("problem").asString(""));
        }
    }

    /** The company hears again who came and who went in the last month, as it would have if it had been connected then. */
    void recall(App app) {
        ask("/sandbox/api/callbacks/recall", Map.of("corp", app.corpId(), "days", MONTH.toDays()));
    }

    private void ask(String path, Map<String, ?> body) {
        sandbox.post()
                .uri(settings.apiUrl().resolve(path))
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .retrieve()
                .toBodilessEntity();
    }

    /** 应用主页 and 聊天工具栏. */
    private void enterPages(App app, CompanyId company) {
        var home = house.workbench().resolve("/w?company=" + company.value());
        sandbox.post()
                .uri(settings.apiUrl()
                        .resolve("/sandbox/api/phone/console/apps/" + app.corpId() + "/" + app.agentId() + "/pages"))
                .contentType(MediaType.APPLICATION_JSON)
                .body(Map.of(
                        "home", home.toString(),
                        "sidebar",
                                house.workbench()
                                        .resolve("/w/sidebar?company=" + company.value())
                                        .toString(),
                        "domain", home.getHost()))
                .retrieve()
                .toBodilessEntity();
    }

    boolean isPlayed() {
        return settings.played();
    }

    /** Where one plays customer and member. */
    URI phones() {
        return settings.authorizeUrl().resolve("/phone");
    }
}
