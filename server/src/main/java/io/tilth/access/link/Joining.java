package io.tilth.access.link;

import io.tilth.access.Accounts;
import io.tilth.access.Accounts.Account;
import io.tilth.access.Passwords;
import io.tilth.access.Persons;
import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import io.tilth.access.Proofs;
import io.tilth.access.Proofs.Proof;
import io.tilth.access.Sessions;
import io.tilth.access.link.Link.Kind;
import io.tilth.access.link.LinkService.Seen;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.Tenants.Tenant;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Somebody follows a link: before they are signed in, so each step opens the link's tenant for itself. */
@Component
class Joining {

    private final LinkService links;
    private final Persons persons;
    private final Passwords passwords;
    private final Proofs proofs;
    private final Accounts accounts;
    private final Sessions sessions;
    private final Tenants tenants;
    private final TenantVisits visits;
    private final Audit audit;

    Joining(
            LinkService links,
            Persons persons,
            Passwords passwords,
            Proofs proofs,
            Accounts accounts,
            Sessions sessions,
            Tenants tenants,
            TenantVisits visits,
            Audit audit) {
        this.links = links;
        this.persons = persons;
        this.passwords = passwords;
        this.proofs = proofs;
        this.accounts = accounts;
        this.sessions = sessions;
        this.tenants = tenants;
        this.visits = visits;
        this.audit = audit;
    }

    Found find(String text) {
        return LinkToken.read(text)
                .flatMap(token -> tenants.find(token.tenant())
                        .flatMap(tenant -> visits.system(tenant.id(), () -> links.look(token))
                                .map(seen -> new Found(token, tenant, seen))))
                .orElseThrow(LinkService::notValid);
    }

    /** Uses the link; the person is proven by what they gave, as at sign-in. */
    Proof use(Found found, String login, String password, Optional<String> code) {
        if (found.seen().link().kind() == Kind.RESET) {
            return reset(found, password);
        }
        return persons.ofLogin(login).isPresent()
                ? joinKnown(found, login, password, code)
                : joinNew(found, login, password);
    }

    /** One login serves in every tenant, so its owner proves it and keeps its password. */
    private Proof joinKnown(Found found, String login, String password, Optional<String> code) {
        var proof = proofs.prove(login, password, code);
        if (!proof.codeNeeded()) {
            visits.system(found.tenant().id(), () -> open(links.use(found.token()), proof.person()));
        }
        return proof;
    }

    private Proof joinNew(Found found, String login, String password) {
        var hash = passwords.hash(login, password);
        var person = visits.system(found.tenant().id(), () -> {
            var seen = links.use(found.token());
            return open(seen, persons.create(login, hash));
        });
        return new Proof(person, false);
    }

    private Person open(Seen seen, Person person) {
        accounts.open(
                person.id(), person.login(), seen.link().name(), seen.link().role());
        return person;
    }

    private Proof reset(Found found, String password) {
        var account = found.seen().account().orElseThrow();
        var hash = passwords.hash(account.login(), password);
        var person = visits.system(found.tenant().id(), () -> reset(links.use(found.token()), account, hash));
        sessions.endOthers(person.id(), Optional.empty());
        proofs.forgive(person.login());
        return new Proof(person, false);
    }

    private Person reset(Seen used, Account account, PasswordHash hash) {
        persons.setPassword(account.person(), hash);
        persons.dropTotp(account.person());
        var id = account.id().value();
        var subject = Subject.of("account", id, account.name());
        audit.noteOf(
                id,
                account.name(),
                "account.password-reset",
                subject,
                Map.of("link", used.link().id()));
        return persons.find(account.person()).orElseThrow();
    }

    /** A link that holds, and where it leads. */
    record Found(LinkToken token, Tenant tenant, Seen seen) {}
}
