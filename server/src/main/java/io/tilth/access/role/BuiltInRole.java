package io.tilth.access.role;

import static io.tilth.kernel.DataScope.ALL;
import static io.tilth.kernel.DataScope.DEPARTMENT;
import static io.tilth.kernel.DataScope.SELF;

import io.tilth.access.RoleId;
import io.tilth.kernel.DataScope;
import io.tilth.kernel.Right.Place;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The roles that every tenant has. They live in the code, so that they grow with the product. */
enum BuiltInRole {
    ADMIN(0x1, Place.COMPANY, ALL, false),
    OPERATIONS(
            0x2,
            Place.COMPANY,
            ALL,
            true,
            "company:read",
            "company:export",
            "account:read",
            "role:read",
            "api-key:read",
            "audit:read",
            "audit:export",
            "role-rule:read",
            "wecom:read",
            "member:read",
            "member:write",
            "shop:read",
            "shop:write",
            "overview:read",
            "customer:read",
            "customer:write",
            "customer-setting:write",
            "material:read",
            "material:write",
            "material:review",
            "inheritance:read",
            "inheritance:write",
            "share:read",
            "share:write",
            "group-chat:read",
            "alert:read",
            "alert:write",
            "alert:assign",
            "alert-setting:read",
            "alert-setting:write",
            "welcome:read",
            "channel-code:read",
            "channel-code:write",
            "reach-setting:read",
            "reach-setting:write"),
    SHOP_MANAGER(
            0x3,
            Place.COMPANY,
            DEPARTMENT,
            true,
            "company:read",
            "account:read",
            "member:read",
            "member:write",
            "shop:read",
            "shop:write",
            "overview:read",
            "customer:read",
            "customer:write",
            "material:read",
            "inheritance:read",
            "inheritance:write",
            "share:read",
            "share:write",
            "group-chat:read",
            "alert:read",
            "alert:write",
            "alert:assign",
            "alert-setting:read",
            "welcome:read",
            "channel-code:read"),
    GUIDE(
            0x4,
            Place.COMPANY,
            SELF,
            false,
            "company:read",
            "member:read",
            "shop:read",
            "overview:read",
            "customer:read",
            "customer:write",
            "share:read",
            "share:write",
            "alert:read",
            "alert:write",
            "group-chat:read",
            "material:read"),
    SERVICE(
            0x5,
            Place.COMPANY,
            SELF,
            true,
            "share:read",
            "share:write",
            "company:read",
            "member:read",
            "customer:read",
            "material:read"),
    OPERATOR(0x11, Place.HOUSE, ALL, false),
    CARE(
            0x12,
            Place.HOUSE,
            ALL,
            true,
            "tenant:read",
            "wecom-health:read",
            "support:ask",
            "account:read",
            "role:read",
            "audit:read");

    private final RoleId id;
    private final Place place;
    private final DataScope scope;
    private final boolean masked;
    private final Set<String> rights;

    /** @param number stands in rows of every installation, so it never changes */
    BuiltInRole(int number, Place place, DataScope scope, boolean masked, String... rights) {
        this.id = new RoleId(new UUID(0, number));
        this.place = place;
        this.scope = scope;
        this.masked = masked;
        this.rights = Set.of(rights);
    }

    static BuiltInRole administrator(Place place) {
        return place == Place.HOUSE ? OPERATOR : ADMIN;
    }

    static Stream<BuiltInRole> of(Place place) {
        return Stream.of(values()).filter(role -> role.place == place);
    }

    static Optional<BuiltInRole> find(Place place, RoleId id) {
        return of(place).filter(role -> role.id.equals(id)).findFirst();
    }

    RoleId id() {
        return id;
    }

    /** @param offered every right that the place knows; an administrator holds them all, also those that come later */
    Reach reach(Set<String> offered) {
        return new Reach(this == administrator(place) ? offered : rights, scope, masked);
    }
}
