package io.tilth.access.link;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Accounts.Account;
import io.tilth.access.Links;
import io.tilth.access.Persons;
import io.tilth.access.RoleId;
import io.tilth.access.Roles;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.TilthSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class LinkService implements Links {

    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final LinkRepository links;
    private final Accounts accounts;
    private final Roles roles;
    private final Persons persons;
    private final Audit audit;
    private final Live live;
    private final TilthSettings settings;
    private final Clock clock;

    LinkService(
            LinkRepository links,
            Accounts accounts,
            Roles roles,
            Persons persons,
            Audit audit,
            Live live,
            TilthSettings settings,
            Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.roles = roles;
        this.persons = persons;
        this.audit = audit;
        this.live = live;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Issued invite(String name, RoleId role) {
        var given = roles.withinReach(role);
        var issued = issue(Link.invitation(name, role, by(), clock.instant()));
        note("invitation.made", issued.link(), Map.of("role", given.key().orElse(given.name())));
        return issued.issued();
    }

    /** One who belongs to several tenants must not lose their login to the administrator of one of them. */
    @Override
    public Issued reset(AccountId id) {
        var account = accounts.find(id).orElseThrow(() -> Refusal.notFound("account-not-found"));
        checkNowhereElse(account);
        links.deleteResets(id);
        var issued = issue(Link.reset(id, account.name(), account.role(), by(), clock.instant()));
        audit.note("account.reset-link-made", Subject.of("account", id.value(), account.name()));
        return issued.issued();
    }

    @Transactional(readOnly = true)
    public List<Link> invitations() {
        return links.invitations(clock.instant());
    }

    public void revoke(UUID invitation) {
        var link = links.deleteInvitation(invitation).orElseThrow(() -> Refusal.notFound("invitation-not-found"));
        note("invitation.revoked", link, Map.of());
    }

    public void revokeInvitationsOfTheSystem() {
        links.deleteInvitationsOfTheSystem();
    }

    /** The link, with the account that it is about. */
    @Transactional(readOnly = true)
    public Optional<Seen> look(LinkToken token) {
        return links.find(token, clock.instant())
                .flatMap(link -> link.account()
                        .map(id -> accounts.find(id).map(account -> seen(link, Optional.of(account))))
                        .orElseGet(() -> Optional.of(seen(link, Optional.empty()))));
    }

    /** Uses the link up; of several at once one succeeds. */
    public Seen use(LinkToken token) {
        var seen = look(token).orElseThrow(LinkService::notValid);
        if (!links.use(seen.link(), clock.instant())) {
            throw notValid();
        }
        seen.account().ifPresent(this::checkNowhereElse);
        return seen;
    }

    public int forgetOld() {
        return links.forgetExpiredBefore(clock.instant().minus(REMEMBERED));
    }

    static Refusal notValid() {
        return Refusal.notFound("link-not-valid");
    }

    private Seen seen(Link link, Optional<Account> account) {
        return new Seen(link, roles.get(link.role()).name(), account);
    }

    private void checkNowhereElse(Account account) {
        if (persons.memberships(account.person()).size() > 1) {
            throw Refusal.conflict("reset-of-shared-login");
        }
    }

    private Made issue(Link link) {
        var token = LinkToken.random(TenantScope.current(), link.id());
        links.insert(link, token.hash());
        var home = settings.publicUrl().toString().replaceAll("/+$", "");
        var address = URI.create(home + "/join#" + token.text());
        return new Made(link, new Issued(link.id().toString(), address, link.expiresAt()));
    }

    private void note(String action, Link link, Map<String, ?> detail) {
        audit.note(action, Subject.of("invitation", link.id(), link.name()), detail);
        live.push(Recipient.EVERYBODY, "account", link.id().toString());
    }

    private static Optional<UUID> by() {
        return Caller.find().map(Caller::id);
    }

    /** @param role its name */
    record Seen(Link link, String role, Optional<Account> account) {}

    private record Made(Link link, Issued issued) {}
}
