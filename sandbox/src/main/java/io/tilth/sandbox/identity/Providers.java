package io.tilth.sandbox.identity;

import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.provider.Disguise;
import io.tilth.sandbox.provider.Suite;
import io.tilth.sandbox.world.World;

/** As whose provider one converts ids: the one whose app asks, else the only one there is. */
final class Providers {

    private Providers() {}

    static Disguise of(World world, App app) {
        return world.table(Suite.class)
                .all()
                .filter(suite -> app.suite().isEmpty() || app.suite().equals(suite.id()))
                .findFirst()
                .map(suite -> Disguise.of(world, app.corp(), suite.provider()))
                .orElseThrow(Code.API_FORBIDDEN::error);
    }
}
