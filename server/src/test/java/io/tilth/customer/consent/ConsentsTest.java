package io.tilth.customer.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.customer.Consents;
import io.tilth.customer.CustomerId;
import io.tilth.customer.CustomersJoined;
import io.tilth.customer.VisitorId;
import io.tilth.customer.VisitorsKnown;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.kernel.TenantJdbc;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;

@ServerTest
@Import({KernelProbe.class, Directories.class})
class ConsentsTest {

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    TenantJdbc jdbc;

    @Autowired
    Consents consents;

    @Autowired
    ApplicationEventPublisher events;

    Probing acme;
    CustomerId wang;

    @BeforeEach
    void withACustomer() {
        acme = Probing.on(port, "customer:read");
        wang = customer("王女士");
    }

    @Test
    void noteWithOneTapWhatACustomerWishes() {
        assertThat(put(true).body()).contains("\"quiet\":true", "\"themselves\":true");
        assertThat(put(true).body()).contains("\"quiet\":true");
        assertThat(quiet()).containsExactly(wang);
        assertThat(put(false).body()).contains("\"quiet\":false");
        assertThat(quiet()).isEmpty();
        assertThat(timeline()).containsExactly("consent.quiet", "consent.welcome");
    }

    @Test
    void keepTheWishOfAReaderNobodyKnowsUntilSomebodyDoes() {
        var device = VisitorId.next();
        run(() -> consents.ask(device, Optional.empty(), true));

        assertThat(in(() -> consents.isQuiet(device))).isTrue();
        assertThat(quiet()).isEmpty();

        run(() -> events.publishEvent(new VisitorsKnown(Set.of(device, VisitorId.next()), wang)));
        assertThat(quiet()).containsExactly(wang);

        run(() -> consents.ask(device, Optional.of(wang), false));
        assertThat(in(() -> consents.isQuiet(device))).isFalse();
        assertThat(quiet()).isEmpty();
    }

    @Test
    void holdForThePersonWhoTwoTurnedOutToBe() {
        var twin = customer("王姐");
        run(() -> consents.note(twin, Optional.empty(), true));

        run(() -> events.publishEvent(new CustomersJoined(twin, wang)));

        assertThat(in(() -> consents.quiet(List.of(twin, wang)))).containsExactly(wang);
    }

    @Test
    void areNobodyElsesBusiness() {
        put(true);
        var globex = Probing.on(port, "customer:read");
        assertThat(globex.get("/api/v1/customers/" + wang.value() + "/quiet").statusCode())
                .isEqualTo(404);
        assertThat(directories.in(globex.tenant(), () -> consents.quiet(List.of(wang))))
                .isEmpty();
    }

    private java.net.http.HttpResponse<String> put(boolean quiet) {
        return acme.put("/api/v1/customers/" + wang.value() + "/quiet", "{\"quiet\": " + quiet + "}");
    }

    private Set<CustomerId> quiet() {
        return in(() -> consents.quiet(List.of(wang)));
    }

    private List<String> timeline() {
        return in(() -> jdbc.sql("""
                select kind
                from customer.interaction
                where tenant_id = :tenant
                order by id
                """).query(String.class).list());
    }

    private CustomerId customer(String name) {
        var id = CustomerId.next();
        in(() -> jdbc.sql("insert into customer.customer (tenant_id, id, name) values (:tenant, :id, :name)")
                .param("id", id.value())
                .param("name", name)
                .update());
        return id;
    }

    private void run(Runnable work) {
        in(() -> {
            work.run();
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return directories.in(acme.tenant(), work);
    }
}
