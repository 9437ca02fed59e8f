package io.tilth.access.session;

import io.tilth.access.PersonId;
import java.util.List;
import java.util.Optional;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Component;

/** The sessions in the database; hides that the framework does not name its own kind of session. */
@Component
class StoredSessions {

    private final Typed<?> sessions;
    private final Runnable cleaning;

    StoredSessions(JdbcIndexedSessionRepository sessions) {
        this.sessions = new Typed<>(sessions);
        this.cleaning = sessions::cleanUpExpiredSessions;
    }

    Session create() {
        return sessions.repository.createSession();
    }

    Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.repository.findById(id));
    }

    /** Those of a person that have not run out. */
    List<Session> of(PersonId person) {
        return sessions.repository.findByPrincipalName(person.value().toString()).values().stream()
                .filter(session -> !session.isExpired())
                .map(Session.class::cast)
                .toList();
    }

    void save(Session session) {
        sessions.save(session);
    }

    void delete(String id) {
        sessions.repository.deleteById(id);
    }

    void deleteExpired() {
        cleaning.run();
    }

    private record Typed<S extends Session>(FindByIndexNameSessionRepository<S> repository) {

        @SuppressWarnings("unchecked") // every session that is saved was made or found by this repository
        void save(Session session) {
            repository.save((S) session);
        }
    }
}
