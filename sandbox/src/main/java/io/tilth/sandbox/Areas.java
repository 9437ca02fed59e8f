package io.tilth.sandbox;

import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.GetToken;
import java.util.List;

/** The table of contents of the platform's API. */
final class Areas {

    private Areas() {}

    static List<Area> of(Platform platform) {
        return List.of(new GetToken(platform));
    }
}
