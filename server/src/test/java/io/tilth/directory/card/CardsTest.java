package io.tilth.directory.card;

import static io.tilth.directory.Directories.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Cards;
import io.tilth.directory.Directories;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import({KernelProbe.class, Directories.class})
class CardsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    Cards cards;

    @Test
    void nameTheMemberAndTheShop() {
        var acme = Probing.on(port, "member:read,member:write,shop:read,shop:write");
        var company = directories.connect(acme.tenant());
        directories.tell(
                acme.tenant(),
                contact(company, "create_party", NOON, Map.of("Id", "8", "Name", "滨江", "ParentId", "1", "Order", "5")),
                contact(company, "create_user", NOON, Map.of("UserID", "lin", "Name", "林晓", "Department", "8")));
        var lin = directories.member(acme.tenant(), company, "lin").id();
        var before = directories.in(acme.tenant(), () -> cards.of(lin)).orElseThrow();
        assertThat(before.name()).isEqualTo("林晓");
        assertThat(before.here()).isTrue();
        assertThat(before.shop()).isEmpty();
        assertThat(before.phone()).isEmpty();

        var department = new JsonMapper()
                .readTree(acme.get("/api/v1/departments").body())
                .get(0)
                .path("id")
                .asString();
        acme.post("/api/v1/shops", """
                {"code": "HZ01", "name": "滨江店", "city": "杭州", "address": "江南大道 1 号", "departmentId": "%s",
                "managerId": "%s"}""".formatted(department, lin.value()));
        acme.put("/api/v1/members/" + lin.value(), """
                {"displayName": "小林", "phone": "13800138000", "version": 1}""");
        directories.tell(acme.tenant(), contact(company, "delete_user", NOON.plusSeconds(9), Map.of("UserID", "lin")));

        var card = directories.in(acme.tenant(), () -> cards.of(lin)).orElseThrow();
        assertThat(card.name()).isEqualTo("小林");
        assertThat(card.phone()).contains("13800138000");
        assertThat(card.shop())
                .get()
                .extracting(Cards.ShopCard::name, Cards.ShopCard::address)
                .containsExactly("滨江店", "江南大道 1 号");
        assertThat(card.here()).isFalse();
        assertThat(directories.in(Probing.on(port, "x").tenant(), () -> cards.of(lin)))
                .isEmpty();
    }
}
