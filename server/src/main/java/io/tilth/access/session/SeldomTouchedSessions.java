package io.tilth.access.session;

import io.tilth.access.session.SeldomTouchedSessions.Held;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;

/** Stores that a session was used at most once a minute: reading a page should not write to the database. */
class SeldomTouchedSessions implements SessionRepository<Held> {

    private static final Duration OFTEN_ENOUGH = Duration.ofMinutes(1);

    private final StoredSessions sessions;

    SeldomTouchedSessions(StoredSessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public Held createSession() {
        return new Held(sessions.create());
    }

    @Override
    public void save(Held session) {
        sessions.save(session.session);
    }

    @Override
    public @Nullable Held findById(String id) {
        return sessions.find(id).map(Held::new).orElse(null);
    }

    @Override
    public void deleteById(String id) {
        sessions.delete(id);
    }

    /** A session that is not touched more often than need be. */
    static final class Held implements Session {

        private final Session session;

        private Held(Session session) {
            this.session = session;
        }

        @Override
        public void setLastAccessedTime(Instant now) {
            if (now.isAfter(session.getLastAccessedTime().plus(OFTEN_ENOUGH))) {
                session.setLastAccessedTime(now);
            }
        }

        @Override
        public String getId() {
            return session.getId();
        }

        @Override
        public String changeSessionId() {
            return session.changeSessionId();
        }

        @Override
        public <T> @Nullable T getAttribute(String name) {
            return session.getAttribute(name);
        }

        @Override
        public Set<String> getAttributeNames() {
            return session.getAttributeNames();
        }

        @Override
        public void setAttribute(String name, Object value) {
            session.setAttribute(name, value);
        }

        @Override
        public void removeAttribute(String name) {
            session.removeAttribute(name);
        }

        @Override
        public Instant getCreationTime() {
            return session.getCreationTime();
        }

        @Override
        public Instant getLastAccessedTime() {
            return session.getLastAccessedTime();
        }

        @Override
        public void setMaxInactiveInterval(Duration interval) {
            session.setMaxInactiveInterval(interval);
        }

        @Override
        public Duration getMaxInactiveInterval() {
            return session.getMaxInactiveInterval();
        }

        @Override
        public boolean isExpired() {
            return session.isExpired();
        }
    }
}
