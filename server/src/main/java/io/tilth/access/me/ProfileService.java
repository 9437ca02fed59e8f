package io.tilth.access.me;

import io.tilth.access.PersonId;
import io.tilth.access.Persons;
import io.tilth.access.me.ProfileRepository.Named;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ProfileService {

    private final ProfileRepository profiles;
    private final Persons persons;
    private final Audit audit;
    private final Live live;

    ProfileService(ProfileRepository profiles, Persons persons, Audit audit, Live live) {
        this.profiles = profiles;
        this.persons = persons;
        this.audit = audit;
        this.live = live;
    }

    @Transactional(readOnly = true)
    public Profile of(PersonId id) {
        var person = persons.find(id).orElseThrow();
        // An operator on a visit has no account here to be shown or changed.
        var named = profiles.find(account())
                .orElseGet(() -> new Named(Caller.current().name(), 0));
        return new Profile(named.name(), person.login(), person.language(), person.totp(), named.version());
    }

    public Profile change(PersonId id, Named to, String language) {
        if (!profiles.rename(account(), to)) {
            throw Refusal.stale(of(id));
        }
        persons.speak(id, language);
        note("profile.changed");
        live.push(Recipient.EVERYBODY, "account", account().toString());
        return of(id);
    }

    /** Security of the login itself: a line in the trail of the place where it was done. */
    public void note(String action) {
        audit.note(action, Subject.of("account", account(), Caller.current().name()));
    }

    private static UUID account() {
        return Caller.current().id();
    }
}
