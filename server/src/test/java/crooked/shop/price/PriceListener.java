package crooked.shop.price;

import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantJdbc;
import io.tilth.kernel.TenantScope;
import java.time.Instant;
import java.util.function.Supplier;

/** Speaks SQL, opens a scope and reads the machine's clock, none of which is its business. */
class PriceListener {

    private final TenantJdbc jdbc;
    private final Supplier<Instant> clock = Instant::now;

    PriceListener(TenantJdbc jdbc) {
        this.jdbc = jdbc;
    }

    void on(long tenant) {
        TenantScope.of(new TenantId(tenant)).run(() -> jdbc.sql("select 1").query(Long.class));
    }

    Instant now() {
        return clock.get();
    }

    long millis() {
        return System.currentTimeMillis();
    }
}
