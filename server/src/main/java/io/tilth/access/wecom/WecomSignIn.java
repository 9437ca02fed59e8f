package io.tilth.access.wecom;

import io.tilth.access.Passwords;
import io.tilth.access.Persons.Person;
import io.tilth.access.Sessions;
import io.tilth.access.Tries;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.kernel.TilthSettings;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.Tenants.State;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.MemberLogins;
import io.tilth.wecom.WecomRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The way in by WeCom, there and back. Asks WeCom, so it holds no transaction; each step brings its own. */
@Component
class WecomSignIn {

    private static final int PASSWORD_BYTES = 48;

    private final SignInCompanyService companies;
    private final MemberLogins logins;
    private final NewcomerService newcomers;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Tries tries;
    private final Tenants tenants;
    private final TenantVisits visits;
    private final TilthSettings settings;

    WecomSignIn(
            SignInCompanyService companies,
            MemberLogins logins,
            NewcomerService newcomers,
            Passwords passwords,
            Sessions sessions,
            Tries tries,
            Tenants tenants,
            TenantVisits visits,
            TilthSettings settings) {
        this.companies = companies;
        this.logins = logins;
        this.newcomers = newcomers;
        this.passwords = passwords;
        this.sessions = sessions;
        this.tries = tries;
        this.tenants = tenants;
        this.visits = visits;
        this.settings = settings;
    }

    /** The company of a page that does not know it. */
    CompanyId only() {
        return companies.only().orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "wecom-sign-in-unknown"));
    }

    /** Where to send the browser. */
    URI away(SignInState state, boolean insideWecom) {
        var company = state.company();
        var back = home(state).resolve("/wecom/sign-in/return");
        return visits.apart(
                tenant(company),
                () -> insideWecom
                        ? logins.inside(company, back, state.nonce())
                        : logins.scan(company, back, state.nonce()));
    }

    /** The browser is back with a code that says who sits before it. */
    void arrive(HttpServletRequest request, CompanyId company, String code) {
        tries.count(code);
        var tenant = tenant(company);
        var userId = visits.apart(tenant, () -> who(company, code));
        var member = visits.system(tenant, () -> newcomers.member(company, userId));
        var person = visits.system(tenant, () -> newcomers.known(member.id())).orElseGet(() -> open(tenant, member));
        sessions.beginAt(request, person, tenant);
        tries.right(code, person);
    }

    /** A browser keeps the cookie of this sign-in for the very host where it began. */
    private URI home(SignInState state) {
        return state.toWorkbench() ? settings.workbench() : settings.publicUrl();
    }

    private TenantId tenant(CompanyId company) {
        return companies.tenant(company).orElseThrow(() -> Refusal.of(Kind.NOT_FOUND, "wecom-sign-in-unknown"));
    }

    private String who(CompanyId company, String code) {
        try {
            return logins.who(company, code).orElseThrow(() -> Refusal.of(Kind.FORBIDDEN, "wecom-not-a-member"));
        } catch (WecomRefusal unreachable) {
            throw Refusal.of(Kind.FORBIDDEN, "wecom-unreachable");
        }
    }

    private Person open(TenantId tenant, Member member) {
        if (tenants.find(tenant).filter(known -> known.state() == State.ACTIVE).isEmpty()) {
            throw Refusal.of(Kind.FORBIDDEN, "wecom-suspended");
        }
        var login = "wecom-" + UUID.randomUUID();
        var password = passwords.hash(login, unknowable());
        return visits.system(tenant, () -> newcomers.open(member, login, password));
    }

    private static String unknowable() {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
