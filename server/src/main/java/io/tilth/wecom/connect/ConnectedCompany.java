package io.tilth.wecom.connect;

import io.tilth.kernel.Refusal;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A company on its way into Tilth, connected, or no longer. Its secret is elsewhere, sealed. */
record ConnectedCompany(
        CompanyId id,
        String name,
        String corpId,
        Company.Kind kind,
        int agentId,
        State state,
        Optional<String> domain,
        Instant createdAt,
        Optional<Instant> connectedAt,
        int version) {

    static final int LONGEST_NAME = 60;
    private static final Pattern HOST =
            Pattern.compile("(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");

    ConnectedCompany {
        name = name.strip();
        Refusal.unless(!name.isEmpty() && name.length() <= LONGEST_NAME, "wecom-company-name-not-valid");
        Refusal.unless(domain.filter(host -> !HOST.matcher(host).matches()).isEmpty(), "wecom-domain-not-valid");
    }

    enum State {
        DRAFT,
        CONNECTED,
        CLOSED
    }

    static ConnectedCompany draft(Draft draft, Instant now) {
        return new ConnectedCompany(
                CompanyId.next(),
                draft.name(),
                draft.corpId(),
                draft.kind(),
                draft.agentId(),
                State.DRAFT,
                draft.domain(),
                now,
                Optional.empty(),
                1);
    }

    ConnectedCompany changed(String newName, int newAgentId, Optional<String> newDomain) {
        return new ConnectedCompany(
                id, newName, corpId, kind, newAgentId, state, newDomain, createdAt, connectedAt, version + 1);
    }

    ConnectedCompany connected(Instant now) {
        return in(State.CONNECTED, Optional.of(now));
    }

    ConnectedCompany closed() {
        return in(State.CLOSED, connectedAt);
    }

    Company asOthersSeeIt() {
        return new Company(id, name, corpId, kind, agentId);
    }

    /** Hosts are compared as written here. */
    static Optional<String> host(@Nullable String typed) {
        return Optional.ofNullable(typed)
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty());
    }

    private ConnectedCompany in(State next, Optional<Instant> since) {
        return new ConnectedCompany(id, name, corpId, kind, agentId, next, domain, createdAt, since, version + 1);
    }

    /** What somebody enters to begin with. */
    record Draft(Company.Kind kind, String name, String corpId, int agentId, String secret, Optional<String> domain) {

        @Override
        public String toString() {
            return "a draft of " + corpId; // and not its secret
        }
    }
}
