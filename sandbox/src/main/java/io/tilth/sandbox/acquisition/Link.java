package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.world.Thing;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/**
 * A link that leads to one of its members; only the app that made it may touch it.
 *
 * @param token the last part of its address
 */
public record Link(
        String corp,
        String id,
        int agent,
        String name,
        String token,
        List<String> users,
        List<Integer> departments,
        boolean skipsVerification,
        Instant at)
        implements Thing {

    public Link {
        users = List.copyOf(users);
        departments = List.copyOf(departments);
    }

    @Override
    public String key() {
        return corp + "/" + id;
    }

    String address(String platform) {
        return platform + "/ca/" + token;
    }

    ObjectNode json(String platform) {
        return Json.object("link_id", id, "link_name", name, "url", address(platform), "create_time", at);
    }

    ObjectNode range() {
        return Json.object("user_list", users, "department_list", departments);
    }
}
