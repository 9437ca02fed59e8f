package io.tilth.kernel.audit;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.RequestInfo;
import io.tilth.kernel.TenantScope;
import io.tilth.kernel.audit.AuditLine.Actor;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class AuditService implements Audit {

    private static final int CHUNK = 500;

    private final AuditRepository lines;
    private final Clock clock;

    AuditService(AuditRepository lines, Clock clock) {
        this.lines = lines;
        this.clock = clock;
    }

    @Override
    public void note(String action, Subject subject) {
        note(action, subject, Map.of());
    }

    @Override
    public void note(String action, Subject subject, Map<String, ?> detail) {
        var actor = Caller.find().map(AuditService::actor).orElse(Actor.SYSTEM);
        insert(actor, action, subject, detail);
    }

    @Override
    public void noteOf(UUID account, String name, String action, Subject subject, Map<String, ?> detail) {
        insert(new Actor(Caller.Kind.ACCOUNT.name(), account, name), action, subject, detail);
    }

    /** What the caller may see of the trail: all of it, or only own deeds. */
    @Transactional(readOnly = true)
    public Page<AuditLine> newest(AuditFilter filter, Paging paging) {
        var rows = lines.newest(filter, onlyActor(), paging.afterId(), paging.rows());
        return Page.of(rows, paging, line -> line.id().toString());
    }

    /** Hands over every line, newest first, a chunk in memory at a time. */
    @Transactional(readOnly = true)
    public void every(AuditFilter filter, Consumer<AuditLine> taker) {
        var part = newest(filter, new Paging(null, CHUNK));
        part.items().forEach(taker);
        while (part.next() != null) {
            part = newest(filter, new Paging(part.next(), CHUNK));
            part.items().forEach(taker);
        }
    }

    private void insert(Actor actor, String action, Subject subject, Map<String, ?> detail) {
        var request = RequestInfo.find();
        lines.insert(new AuditLine(
                Ids.next(),
                clock.instant(),
                actor,
                action,
                Optional.of(subject),
                Map.copyOf(detail),
                request.map(RequestInfo::address),
                request.map(RequestInfo::id)));
    }

    /** The house in a company's trail is support: its people are not among the company's own. */
    private static Actor actor(Caller caller) {
        var visiting = caller.tenant().isHouse() && !TenantScope.current().isHouse();
        var kind = visiting ? Caller.Kind.SUPPORT : caller.kind();
        return new Actor(kind.name(), caller.id(), caller.name());
    }

    private static @Nullable UUID onlyActor() {
        var caller = Caller.current();
        // Departments are yet to come; until then a department is oneself.
        return caller.scope() == DataScope.ALL ? null : caller.id();
    }
}
