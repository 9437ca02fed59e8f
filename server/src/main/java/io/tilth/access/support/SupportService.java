package io.tilth.access.support;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Sessions;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Goodbye;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Requests to be let in, always within the company asked; whoever comes from the house visits it first. */
@Service
@Transactional
class SupportService {

    private static final int SHOWN = 100;

    private final SupportRepository requests;
    private final Accounts accounts;
    private final Sessions sessions;
    private final TenantVisits visits;
    private final Audit audit;
    private final Live live;
    private final Clock clock;

    SupportService(
            SupportRepository requests,
            Accounts accounts,
            Sessions sessions,
            TenantVisits visits,
            Audit audit,
            Live live,
            Clock clock) {
        this.requests = requests;
        this.accounts = accounts;
        this.sessions = sessions;
        this.visits = visits;
        this.audit = audit;
        this.live = live;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ListedSupportRequest> newest() {
        var now = clock.instant();
        return requests.newest(SHOWN).stream()
                .map(request -> ListedSupportRequest.of(request, now))
                .toList();
    }

    public ListedSupportRequest ask(String reason) {
        var now = clock.instant();
        var operator = Caller.current();
        var by = new AccountId(operator.id());
        if (requests.findOpen(by, now).isPresent()) {
            throw Refusal.conflict("support-already-asked");
        }
        var request = SupportRequest.ask(reason, by, operator.name(), now);
        requests.insert(request);
        note("support.asked", request);
        return ListedSupportRequest.of(request, now);
    }

    /** The calling operator's own request, when it opens the company now; their coming stands in its trail. */
    public UUID enter() {
        var now = clock.instant();
        var request = requests.findOpen(new AccountId(Caller.current().id()), now)
                .filter(open -> open.visit(now).isPresent())
                .orElseThrow(() -> Refusal.of(Refusal.Kind.FORBIDDEN, "support-not-allowed"));
        note("support.entered", request);
        return request.id();
    }

    public ListedSupportRequest allow(UUID id) {
        return decide(id, "support.allowed", SupportRequest::allow);
    }

    public ListedSupportRequest refuse(UUID id) {
        return decide(id, "support.refused", (request, now) -> request.refuse());
    }

    /** Shows the visitor out at once. */
    public ListedSupportRequest end(UUID id) {
        var ended = decide(id, "support.ended", SupportRequest::end);
        requests.find(id)
                .flatMap(request -> visits.system(TenantId.HOUSE, () -> accounts.find(request.by())))
                .ifPresent(operator -> sessions.end(operator.person(), Goodbye.SUPPORT_ENDED));
        return ended;
    }

    private ListedSupportRequest decide(
            UUID id, String action, BiFunction<SupportRequest, Instant, SupportRequest> decision) {
        var now = clock.instant();
        var request = requests.findAndLock(id).orElseThrow(() -> Refusal.notFound("support-request-not-found"));
        var decided = decision.apply(request, now);
        requests.decide(decided, Caller.current().id(), now);
        note(action, decided);
        tellTheHouse(action, decided);
        return ListedSupportRequest.of(decided, now);
    }

    /** The last step, since it commits for itself. */
    private void tellTheHouse(String action, SupportRequest request) {
        var company = Caller.current().tenant();
        visits.system(TenantId.HOUSE, () -> {
            audit.note(
                    action,
                    Subject.of("support-request", request.id()),
                    Map.of("tenant", company.value(), "reason", request.reason()));
            live.push(
                    Recipient.account(request.by().value()),
                    "support-request",
                    request.id().toString());
            return company;
        });
    }

    private void note(String action, SupportRequest request) {
        audit.note(
                action,
                Subject.of("support-request", request.id(), request.byName()),
                Map.of("reason", request.reason()));
        live.push(Recipient.EVERYBODY, "support-request", request.id().toString());
    }
}
