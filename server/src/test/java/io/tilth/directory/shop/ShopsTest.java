package io.tilth.directory.shop;

import static io.tilth.directory.Directories.contact;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.ServerTest;
import io.tilth.directory.Directories;
import io.tilth.directory.MemberId;
import io.tilth.directory.Standings;
import io.tilth.kernel.KernelProbe;
import io.tilth.kernel.Probing;
import io.tilth.wecom.CompanyId;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ServerTest
@Import({KernelProbe.class, Directories.class})
class ShopsTest {

    private static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Directories directories;

    @Autowired
    Standings standings;

    Probing acme;
    CompanyId company;
    String department;
    String manager;

    @BeforeEach
    void withADepartmentAndItsLeader() {
        acme = Probing.on(port, "member:read,shop:read,shop:write,audit:read");
        company = directories.connect(acme.tenant());
        directories.tell(
                acme.tenant(),
                contact(company, "create_party", NOON, Map.of("Id", "8", "Name", "滨江", "ParentId", "1", "Order", "5")),
                contact(
                        company,
                        "create_user",
                        NOON,
                        Map.of("UserID", "gumin", "Name", "顾敏", "Department", "8", "IsLeaderInDept", "1")));
        department = read("/api/v1/departments").get(0).path("id").asString();
        manager =
                directories.member(acme.tenant(), company, "gumin").id().value().toString();
    }

    @Test
    void opensAShopWithItsDepartmentAndManager() {
        var shop = new JsonMapper()
                .readTree(acme.post("/api/v1/shops", shop("HZ01", "滨江店")).body());

        assertThat(shop.path("members").asInt()).isEqualTo(1);
        assertThat(shop.path("manager").path("name").asString()).isEqualTo("顾敏");
        assertThat(read("/api/v1/departments").get(0).path("shop").path("name").asString())
                .isEqualTo("滨江店");
        assertThat(read("/api/v1/shops?q=hz").path("items").size()).isEqualTo(1);
        assertThat(acme.get("/api/v1/audit").body()).contains("shop.opened");
        var standing = directories.in(acme.tenant(), () -> standings.of(MemberId.of(manager)));
        assertThat(standing.leadsShop()).isTrue();
        assertThat(standing.within()).hasSize(1);
    }

    @Test
    void hasOneShopPerCodeAndPerDepartment() {
        acme.post("/api/v1/shops", shop("HZ01", "滨江店"));
        assertThat(acme.post("/api/v1/shops", shop("HZ02", "滨江二店")).body()).contains("shop-taken");
        assertThat(acme.post("/api/v1/shops", shop("HZ01", "别处", "null", "null"))
                        .statusCode())
                .isEqualTo(409);
        assertThat(acme.post("/api/v1/shops", shop("HZ02", "别处", "null", "null"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void keepsTheShopWhenItsDepartmentGoes() {
        acme.post("/api/v1/shops", shop("HZ01", "滨江店"));
        directories.tell(acme.tenant(), contact(company, "delete_party", NOON, Map.of("Id", "8")));

        var shop = read("/api/v1/shops").path("items").get(0);
        assertThat(shop.path("name").asString()).isEqualTo("滨江店");
        assertThat(shop.path("department").isNull()).isTrue();
    }

    @Test
    void changesAndClosesAShopOfTheVersionThatWasSeen() {
        var id = new JsonMapper()
                .readTree(acme.post("/api/v1/shops", shop("HZ01", "滨江店")).body())
                .path("id")
                .asString();
        var changed = shop("HZ01", "新名").replace("}", ", \"version\": 1}");

        assertThat(acme.put("/api/v1/shops/" + id, changed).body()).contains("新名", "\"version\":2");
        assertThat(acme.put("/api/v1/shops/" + id, changed).statusCode()).isEqualTo(409);
        assertThat(acme.delete("/api/v1/shops/" + id).statusCode()).isEqualTo(204);
        assertThat(acme.delete("/api/v1/shops/" + id).statusCode()).isEqualTo(404);
    }

    @Test
    void takesNoDepartmentOfAnotherTenant() {
        var globex = Probing.on(port, "shop:write");
        assertThat(globex.post("/api/v1/shops", shop("HZ01", "滨江店")).body()).contains("shop-of-nobody");
    }

    private String shop(String code, String name) {
        return shop(code, name, "\"" + department + "\"", "\"" + manager + "\"");
    }

    private static String shop(String code, String name, String department, String manager) {
        return """
                {"code": "%s", "name": "%s", "city": "杭州", "address": "江南大道 1 号", "departmentId": %s,
                "managerId": %s}""".formatted(code, name, department, manager);
    }

    private JsonNode read(String path) {
        return new JsonMapper().readTree(acme.get(path).body());
    }
}
