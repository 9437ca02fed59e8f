package io.tilth.demo;

import io.tilth.access.AccountId;
import io.tilth.access.Accounts;
import io.tilth.access.Links;
import io.tilth.access.Passwords;
import io.tilth.access.PersonId;
import io.tilth.access.Persons;
import io.tilth.access.Persons.Person;
import io.tilth.access.Roles;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import io.tilth.tenancy.Tenants.Opening;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Loads the demo into an empty database; a second start finds it there. */
@Component
@Profile("demo")
class DemoLoader implements ApplicationRunner {

    /** 沈知夏, who made the codes. */
    private static final int MARKETER = 1;

    private final Tenants tenants;
    private final TenantVisits visits;
    private final Persons persons;
    private final Passwords passwords;
    private final Accounts accounts;
    private final Roles roles;
    private final Links links;
    private final DemoWecom wecom;
    private final DemoMaterials materials;
    private final DemoPast past;
    private final Clock clock;

    DemoLoader(
            Tenants tenants,
            TenantVisits visits,
            Persons persons,
            Passwords passwords,
            Accounts accounts,
            Roles roles,
            Links links,
            DemoWecom wecom,
            DemoMaterials materials,
            DemoPast past,
            Clock clock) {
        this.tenants = tenants;
        this.visits = visits;
        this.persons = persons;
        this.passwords = passwords;
        this.accounts = accounts;
        this.roles = roles;
        this.links = links;
        this.wecom = wecom;
        this.materials = materials;
        this.past = past;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (persons.ofLogin(DemoPeople.OPERATOR.login()).isPresent()) {
            return;
        }
        var owners = settle(TenantId.HOUSE, DemoPeople.HOUSE);
        var openings = new DemoTenants(clock.instant(), owners);

        var star = open(openings.star());
        var accounts = settle(star, DemoPeople.COMPANY);
        materials.load(star);
        wecom.connect(star, DemoWecom.STAR, byUser(DemoPeople.COMPANY, accounts))
                .ifPresent(company -> past.begin(star, company, accounts.get(MARKETER)));
        visits.system(star, () -> links.invite("周磊", roles.builtIn("GUIDE")));
        var software = open(openings.software());
        settle(software, List.of(DemoPeople.SOFTWARE_ADMIN));
        wecom.connect(software, DemoWecom.SOFTWARE, Map.of());
        settle(open(openings.empty()), List.of(DemoPeople.BOSS));

        openings.others().forEach(this::open);
    }

    private TenantId open(Opening opening) {
        return visits.system(TenantId.HOUSE, () -> {
            var tenant = tenants.open(opening);
            if (DemoTenants.isBusy(tenant)) {
                tenants.signedIn(tenant);
            }
            return tenant;
        });
    }

    private List<UUID> settle(TenantId tenant, List<DemoPeople> people) {
        return people.stream().map(one -> settle(tenant, one)).toList();
    }

    private static Map<String, AccountId> byUser(List<DemoPeople> people, List<UUID> accounts) {
        return IntStream.range(0, people.size())
                .boxed()
                .collect(Collectors.toMap(
                        number -> people.get(number).user(), number -> new AccountId(accounts.get(number))));
    }

    private UUID settle(TenantId tenant, DemoPeople one) {
        var person = person(one);
        return visits.system(tenant, () -> accounts.open(person, one.login(), one.name(), roles.builtIn(one.role())))
                .value();
    }

    /** One person may have a place in several companies. */
    private PersonId person(DemoPeople one) {
        return persons.ofLogin(one.login()).map(Person::id).orElseGet(() -> {
            var person = persons.create(one.login(), passwords.hash(one.login(), DemoPeople.PASSWORD));
            persons.speak(person.id(), "zh-CN");
            return person.id();
        });
    }
}
