package io.tilth.customer.follow;

import io.tilth.customer.CustomerId;
import io.tilth.customer.CustomersJoined;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers.Contact;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Finds who is meant by WeCom's ids, and makes the acquaintance of those who are new. Within the caller's transaction. */
@Component
class Acquaintances {

    private final IdentityRepository identities;
    private final CustomerPersonRepository persons;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Acquaintances(
            IdentityRepository identities,
            CustomerPersonRepository persons,
            ApplicationEventPublisher events,
            Clock clock) {
        this.identities = identities;
        this.persons = persons;
        this.events = events;
        this.clock = clock;
    }

    /** Those of whom there are news; held until the transaction ends. */
    Map<String, Identity> touch(CompanyId company, Set<String> externals) {
        var now = clock.instant();
        var found = new HashMap<>(byExternal(identities.touch(company, externals, now)));
        var missing = missing(externals, found);
        if (!missing.isEmpty()) {
            make(company, missing, Map.of());
            found.putAll(byExternal(identities.touch(company, missing, now)));
        }
        return found;
    }

    /** Those whom WeCom lists; held until the transaction ends. */
    Map<String, Identity> hold(CompanyId company, Map<String, Contact> contacts) {
        var found = new HashMap<>(byExternal(identities.hold(company, contacts.keySet())));
        var missing = missing(contacts.keySet(), found);
        if (!missing.isEmpty()) {
            make(company, missing, contacts);
            found.putAll(byExternal(identities.hold(company, missing)));
        }
        return found;
    }

    /** Those about whom WeCom answered that nobody follows them; held until the transaction ends. */
    Map<String, Identity> hold(CompanyId company, Set<String> externals) {
        return byExternal(identities.hold(company, externals));
    }

    private void make(CompanyId company, Collection<String> externals, Map<String, Contact> contacts) {
        var owners = owners(contacts.values());
        var customers = new HashMap<String, CustomerId>();
        var made = new ArrayList<Person>();
        for (var external : externals) {
            var contact = Optional.ofNullable(contacts.get(external));
            var owner = contact.flatMap(Contact::unionId).map(owners::get);
            var id = owner.map(Person::id).orElseGet(CustomerId::next);
            if (owner.isEmpty()) {
                var unknown = Person.unknown(id);
                made.add(contact.map(unknown::told).orElse(unknown));
            }
            customers.put(external, id);
        }
        persons.insert(made);
        identities.insert(company, customers, Instant.EPOCH);
        var taken = new HashSet<>(customers.values());
        identities.hold(company, externals).forEach(identity -> taken.remove(identity.customer()));
        if (!taken.isEmpty()) {
            persons.deleteUnused(taken);
        }
    }

    private Map<String, Person> owners(Collection<Contact> contacts) {
        var unions =
                contacts.stream().flatMap(contact -> contact.unionId().stream()).toList();
        return unions.isEmpty()
                ? Map.of()
                : persons.byUnion(unions).stream()
                        .collect(Collectors.toMap(person -> person.unionId().orElseThrow(), Function.identity()));
    }

    /** Takes over who they are; whoever shares a UnionID with another person becomes that person. */
    int introduce(Map<Identity, Contact> contacts) {
        var known = persons
                .find(contacts.keySet().stream()
                        .map(Identity::customer)
                        .distinct()
                        .toList())
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var owners = owners(contacts.values());
        var changed = new HashMap<CustomerId, Person>();
        for (var entry : contacts.entrySet()) {
            var before = known.get(entry.getKey().customer());
            if (before == null) {
                continue; // joined into another a moment ago; the next time it is that one
            }
            var owner = entry.getValue().unionId().map(owners::get);
            var person = owner.filter(other -> !other.id().equals(before.id()))
                    .map(other -> {
                        join(before.id(), other.id());
                        return other;
                    })
                    .orElse(before);
            var now = person.told(entry.getValue());
            if (!now.equals(person)) {
                changed.put(now.id(), now);
            }
        }
        if (!changed.isEmpty()) {
            persons.update(changed.values());
        }
        return changed.size();
    }

    private void join(CustomerId gone, CustomerId into) {
        persons.join(gone, into);
        events.publishEvent(new CustomersJoined(gone, into));
        persons.delete(gone);
    }

    private static List<String> missing(Set<String> externals, Map<String, Identity> found) {
        return externals.stream()
                .filter(external -> !found.containsKey(external))
                .toList();
    }

    private static Map<String, Identity> byExternal(List<Identity> found) {
        return found.stream().collect(Collectors.toMap(Identity::externalUserId, Function.identity()));
    }
}
