package io.tilth.wecom.provider;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Ids;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.SuiteCompanies;
import io.tilth.wecom.WecomSettings;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class InstallService implements SuiteCompanies {

    /** An administrator may have to ask somebody first. */
    private static final Duration GOOD_FOR = Duration.ofHours(24);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int STATE_BYTES = 24;

    private final InstallRepository installs;
    private final OrderQueue queue;
    private final WecomSettings settings;
    private final Audit audit;
    private final Clock clock;

    InstallService(InstallRepository installs, OrderQueue queue, WecomSettings settings, Audit audit, Clock clock) {
        this.installs = installs;
        this.queue = queue;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    /** A state that leads an installation back to the current tenant. */
    public String begin() {
        Refusal.unless(settings.hosted() && !settings.suite().id().isEmpty(), "wecom-kind-not-offered");
        var bytes = new byte[STATE_BYTES];
        RANDOM.nextBytes(bytes);
        var state = HexFormat.of().formatHex(bytes);
        var tenant = TenantScope.current();
        installs.begin(hash(state), tenant, clock.instant());
        audit.note("wecom-company.install-begun", Subject.of("tenant", tenant.value()));
        return state;
    }

    @Transactional(readOnly = true)
    public Optional<TenantId> tenant(String state) {
        return installs.tenant(hash(state), clock.instant().minus(GOOD_FOR));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Authorised> find(String corpId) {
        return installs.company(corpId);
    }

    public void bind(String corpId, TenantId tenant, CompanyId company) {
        installs.bind(corpId, tenant, company);
    }

    /** Keeps what WeCom told, to be done in a moment by whichever node has time. */
    public void order(String infoType, String corpId, String state, Optional<String> code) {
        var order = new Order(Ids.next(), infoType, corpId, state, code, clock.instant());
        installs.insert(order);
        queue.add(order.id());
    }

    @Transactional(readOnly = true)
    public Optional<Order> order(UUID id) {
        return installs.order(id);
    }

    public void done(UUID order) {
        installs.remove(order);
    }

    public void forget(TenantId tenant) {
        installs.forget(tenant);
    }

    public void forgetOld() {
        installs.forgetBefore(clock.instant().minus(GOOD_FOR));
    }

    private static byte[] hash(String state) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(state.getBytes(US_ASCII));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
