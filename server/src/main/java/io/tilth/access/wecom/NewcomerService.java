package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Persons;
import io.tilth.access.Persons.PasswordHash;
import io.tilth.access.Persons.Person;
import io.tilth.access.RoleRules;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.directory.Members.Member;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.Refusal.Kind;
import io.tilth.wecom.CompanyId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the account of a member who comes by WeCom, and opens one for who comes for the first time. */
@Service
@Transactional
class NewcomerService {

    private static final int LONGEST_NAME = 30;

    private final Members members;
    private final MemberAccountRepository links;
    private final Accounts accounts;
    private final Persons persons;
    private final RoleRules rules;
    private final Clock clock;

    NewcomerService(
            Members members,
            MemberAccountRepository links,
            Accounts accounts,
            Persons persons,
            RoleRules rules,
            Clock clock) {
        this.members = members;
        this.links = links;
        this.accounts = accounts;
        this.persons = persons;
        this.rules = rules;
        this.clock = clock;
    }

    /** @throws Refusal when the directory does not have them, or no longer */
    @Transactional(readOnly = true)
    public Member member(CompanyId company, String userId) {
        var member =
                members.ofUser(company, userId).orElseThrow(() -> Refusal.of(Kind.FORBIDDEN, "wecom-member-unknown"));
        if (!member.here()) {
            throw Refusal.of(Kind.FORBIDDEN, "wecom-member-left");
        }
        return member;
    }

    @Transactional(readOnly = true)
    public Optional<Person> known(MemberId member) {
        return links.account(member).flatMap(this::owner);
    }

    /**
     * Opens an account with the role that the rules give, unless somebody was faster.
     *
     * @param password nobody knows it, so that the login is good for WeCom alone
     */
    public Person open(Member member, String login, PasswordHash password) {
        links.hold(member.id());
        var known = known(member.id());
        if (known.isPresent()) {
            return known.get();
        }
        var person = persons.create(login, password);
        var name = member.name().substring(0, Math.min(member.name().length(), LONGEST_NAME));
        var account = accounts.open(person.id(), person.login(), name, rules.roleFor(member.id()));
        links.insert(member.id(), account, clock.instant());
        return person;
    }

    private Optional<Person> owner(AccountId account) {
        return accounts.find(account).flatMap(known -> persons.find(known.person()));
    }
}
