package io.tilth.access.apikey;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class ApiKeyService {

    private static final int SHOWN = 200;

    private final ApiKeyRepository keys;
    private final Audit audit;
    private final Clock clock;

    ApiKeyService(ApiKeyRepository keys, Audit audit, Clock clock) {
        this.keys = keys;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<ApiKey> newest() {
        return keys.newest(SHOWN);
    }

    @Transactional(readOnly = true)
    public ApiKey get(UUID id) {
        return keys.find(id).orElseThrow(() -> Refusal.notFound("api-key-not-found"));
    }

    public NewKey create(String name, Set<String> rights, Instant expiresAt) {
        var caller = Caller.current();
        checkReach(caller, rights);
        var text = KeyText.next(caller.tenant());
        var key = ApiKey.begin(text, name, rights, expiresAt, clock.instant());
        keys.insert(key, text.hash(), caller.id());
        audit.note("api-key.created", subject(key), Map.of("rights", new TreeSet<>(rights), "expiresAt", expiresAt));
        return new NewKey(key, text.whole());
    }

    public void revoke(UUID id) {
        var key = get(id);
        if (keys.revoke(id, clock.instant())) {
            audit.note("api-key.revoked", subject(key));
        }
    }

    /** The key, when the text proves it and it still opens. */
    public Optional<ApiKey> use(KeyText text) {
        var now = clock.instant();
        var key = keys.secretHash(text.id())
                .filter(text::matches)
                .flatMap(hash -> keys.find(text.id()))
                .filter(found -> found.opensAt(now));
        key.filter(found -> found.isUseWorthNoting(now)).ifPresent(found -> keys.updateLastUsed(found.id(), now));
        return key;
    }

    /** A key sees all rows in full and outlives a visit, so only one's own people who see as much may make one. */
    private static void checkReach(Caller caller, Set<String> rights) {
        boolean seesAll = caller.kind() == Caller.Kind.ACCOUNT && caller.scope() == DataScope.ALL && !caller.masked();
        if (!seesAll || !caller.rights().containsAll(rights)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "api-key-beyond-own");
        }
    }

    private static Subject subject(ApiKey key) {
        return Subject.of("api-key", key.id(), key.name());
    }

    /** @param whole shown to its maker now and never again */
    record NewKey(ApiKey key, String whole) {}
}
