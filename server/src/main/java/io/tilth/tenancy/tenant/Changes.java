package io.tilth.tenancy.tenant;

import io.tilth.tenancy.tenant.Tenant.Profile;
import io.tilth.tenancy.tenant.Tenant.Terms;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What a change changes, as the trail keeps it: the field with what it was and what it is. */
class Changes {

    private final Map<String, Object> found = new LinkedHashMap<>();

    private Changes() {}

    static Map<String, Object> between(Tenant before, Profile after) {
        return new Changes().profile(before, after).found;
    }

    static Map<String, Object> between(Tenant before, Profile profile, Terms terms) {
        return new Changes().profile(before, profile).terms(before, terms).found;
    }

    private Changes profile(Tenant before, Profile after) {
        return field("name", before.name(), after.name().strip())
                .field("trade", before.trade(), after.trade())
                .field("timeZone", before.timeZone(), after.timeZone());
    }

    private Changes terms(Tenant before, Terms after) {
        return field("plan", before.plan(), after.plan())
                .field("validUntil", before.validUntil(), after.validUntil())
                .field("ownerId", before.ownerId(), after.ownerId());
    }

    private Changes field(String name, Object was, Object is) {
        if (!Objects.equals(was, is)) {
            found.put(name, Map.of("was", text(was), "is", text(is)));
        }
        return this;
    }

    private static String text(Object value) {
        return value instanceof Optional<?> optional
                ? optional.map(Object::toString).orElse("")
                : value.toString();
    }
}
