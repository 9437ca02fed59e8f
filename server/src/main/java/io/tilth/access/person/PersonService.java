package io.tilth.access.person;

import io.tilth.access.PersonId;
import io.tilth.access.Persons;
import io.tilth.access.person.PersonRepository.Credentials;
import io.tilth.kernel.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class PersonService implements Persons {

    private final PersonRepository persons;
    private final TotpRepository totps;
    private final Clock clock;

    PersonService(PersonRepository persons, TotpRepository totps, Clock clock) {
        this.persons = persons;
        this.totps = totps;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> find(PersonId id) {
        return persons.find(id);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Person> ofLogin(String login) {
        return credentials(login).map(Credentials::person);
    }

    @Transactional(readOnly = true)
    public Optional<Credentials> credentials(String login) {
        return persons.findByLogin(Login.normal(login));
    }

    @Override
    public Person create(String login, PasswordHash password) {
        var person = new Person(PersonId.next(), new Login(login).value(), readersLanguage(), false);
        persons.insert(person, password);
        return person;
    }

    @Override
    public void setPassword(PersonId person, PasswordHash password) {
        persons.setPassword(person, password);
    }

    @Override
    public void speak(PersonId person, String language) {
        persons.setLanguage(person, language);
    }

    @Override
    public TotpSecret beginTotp(PersonId person) {
        var totp = Totp.random();
        totps.begin(person, totp);
        return totp.forApp(persons.find(person).orElseThrow().login());
    }

    @Override
    public boolean confirmTotp(PersonId person, String code) {
        var step = totps.begun(person).map(totp -> totp.stepOf(code, clock.instant()));
        step.ifPresent(found -> found.ifPresent(known -> totps.confirm(person, known)));
        return step.isPresent() && step.get().isPresent();
    }

    @Override
    public void dropTotp(PersonId person) {
        totps.drop(person);
    }

    @Override
    public boolean useCode(PersonId person, String code) {
        return totps.active(person)
                .map(totp -> totp.stepOf(code, clock.instant()))
                .filter(step -> step.isPresent() && totps.use(person, step.getAsLong()))
                .isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Membership> memberships(PersonId person) {
        return persons.memberships(person);
    }

    @Override
    @Transactional(readOnly = true)
    public List<PersonId> of(TenantId tenant) {
        return persons.of(tenant);
    }

    /** The tenant is gone: so are those who were nowhere else. */
    public void forget(TenantId tenant) {
        persons.forgetMemberships(tenant);
        persons.deleteNobodys();
    }

    private static String readersLanguage() {
        var context = LocaleContextHolder.getLocaleContext(); // none without a request; the machine's own says nothing
        var locale = context == null ? null : context.getLocale();
        return locale != null && locale.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? "en" : "zh-CN";
    }
}
