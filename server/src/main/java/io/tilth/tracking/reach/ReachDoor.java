package io.tilth.tracking.reach;

import io.tilth.kernel.TenantVisits;
import io.tilth.tenancy.Tenants;
import io.tilth.tracking.ShareCode;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Opens the tenant whose code it is. A company that was stopped shows nothing. */
@Component
class ReachDoor {

    private final TenantVisits visits;
    private final Tenants tenants;
    private final ReachWords words;

    ReachDoor(TenantVisits visits, Tenants tenants, ReachWords words) {
        this.visits = visits;
        this.tenants = tenants;
        this.words = words;
    }

    /** In no transaction: who comes is asked of WeChat. */
    ReachPage within(String code, Locale language, Supplier<ReachPage> work) {
        return ShareCode.read(code)
                .filter(read -> !isStopped(read))
                .map(read -> visits.apart(read.tenant(), work))
                .orElseGet(() -> nowhere(language));
    }

    private boolean isStopped(ShareCode read) {
        return visits.system(read.tenant(), () -> tenants.find(read.tenant()))
                .filter(tenant -> tenant.state() == Tenants.State.SUSPENDED)
                .isPresent();
    }

    private ReachPage nowhere(Locale language) {
        return new ReachPage(
                HttpStatus.NOT_FOUND,
                "nowhere",
                Map.of(
                        "title", words.say(language, "nowhere-title"),
                        "words", words.say(language, "nowhere-words")));
    }
}
