package io.tilth.access.session;

import io.tilth.access.Accounts.Account;
import io.tilth.access.Persons.Person;
import io.tilth.access.Roles.Role;
import io.tilth.access.SupportVisits.Visit;
import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.tenancy.Tenants.Tenant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Somebody who has come in: who they are, as which account, and where. */
record Entered(
        String session,
        Person person,
        Account account,
        Role role,
        Tenant place,
        Set<UUID> members,
        Optional<Support> support) {

    Caller caller() {
        return new Caller(
                place.id(),
                support.isPresent() ? Caller.Kind.SUPPORT : Caller.Kind.ACCOUNT,
                account.id().value(),
                account.name(),
                rights(),
                scope(),
                masked(),
                members,
                Optional.of(session),
                support.map(visit -> visit.visit().until()));
    }

    Set<String> rights() {
        return support.map(Support::rights).orElseGet(role::rights);
    }

    DataScope scope() {
        return support.isPresent() ? DataScope.ALL : role.scope();
    }

    /** A visitor helps with settings and lists; whom the company serves is not theirs to read. */
    boolean masked() {
        return support.isPresent() || role.masked();
    }

    /** @param rights those with which a visitor may look, and nothing else */
    record Support(Visit visit, Set<String> rights) {}
}
