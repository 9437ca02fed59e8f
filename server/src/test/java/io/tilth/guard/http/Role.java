package io.tilth.guard.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.kernel.Right.Place;
import io.tilth.kernel.TenantId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** A built-in role, as the server itself lists it. */
record Role(String key, long tenant, Set<String> rights) {

    private static final JsonMapper JSON = new JsonMapper();

    static List<Role> builtIn(Client client, Place place, long company) {
        long tenant = place == Place.HOUSE ? TenantId.HOUSE.value() : company;
        var answer = client.call("GET", "/api/v1/roles", "", tenant + "/" + UUID.randomUUID() + "/role:read");
        var roles = new ArrayList<Role>();
        for (var role : JSON.readTree(answer.body())) {
            if (role.path("builtIn").asBoolean()) {
                var rights = new LinkedHashSet<String>();
                role.path("rights").forEach(right -> rights.add(right.asString()));
                roles.add(new Role(role.path("key").asString(), tenant, rights));
            }
        }
        return roles;
    }

    String caller() {
        return tenant + "/" + UUID.randomUUID() + "/" + String.join(",", rights);
    }

    void mayOnlyWhatItHolds(Operation operation, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
        if (operation.isOpen()) {
            return;
        }
        var right = operation.right().orElseThrow();
        if (operation.isForKeys() || !right.isEmpty() && !rights.contains(right)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
            assertThat(answer.body()).contains("/problems/not-allowed");
        } else {
            assertThat(answer.body()).doesNotContain("/problems/not-allowed");
        }
    }
}
