package io.tilth.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Opens companies for tests, as the operator does. */
public final class Companies {

    private Companies() {}

    /** An operator with all rights that concern tenants. */
    public static Probing operator(int port) {
        return new Probing(
                port,
                TenantId.HOUSE,
                UUID.randomUUID(),
                "tenant:read,tenant:write,tenant:close,tenant:export,audit:read");
    }

    /** Somebody of a company that has just been opened. */
    public static Probing open(int port, String name, String rights) {
        var answer = operator(port).post("/api/v1/operator/tenants", """
                {"name": "%s", "trade": "RETAIL", "timeZone": "Asia/Shanghai", "plan": "PRO", "validUntil": "%s"}""".formatted(
                        name, Instant.now().plus(Duration.ofDays(90))));
        assertThat(answer.statusCode()).isEqualTo(201);
        var id = answer.body().replaceAll("(?s).*\"id\":(\\d+).*", "$1");
        return new Probing(port, TenantId.of(id), UUID.randomUUID(), rights);
    }
}
