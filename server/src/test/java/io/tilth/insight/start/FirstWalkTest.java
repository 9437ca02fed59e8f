package io.tilth.insight.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.acquisition.ChannelCodeKit;
import io.tilth.kernel.Probing;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A step is ticked when it was taken, and not before. */
class FirstWalkTest extends ChannelCodeKit {

    @Test
    void ticksWhatTheCompanyHasReached() {
        assertThat(reached()).containsExactly("CONNECTED", "SYNCED");

        var code =
                made("/api/v1/channel-codes", "{\"companyId\": null, \"form\": " + body(channel("门店"), "台卡", "") + "}");
        assertThat(reached()).containsExactly("CONNECTED", "SYNCED", "CODE");

        eventually(() -> show(code).path("state").asString().equals("LIVE"));
        scan(somebody(), code);
        eventually(() -> reached().contains("CUSTOMER"));
        assertThat(reached()).containsExactly("CONNECTED", "SYNCED", "CODE", "CUSTOMER");
    }

    @Test
    void beginsWithNothingInANewCompany() {
        assertThat(reached(Probing.on(port, "overview:read"))).isEmpty();
    }

    private List<String> reached() {
        return reached(new Probing(port, acme.tenant(), UUID.randomUUID(), "overview:read"));
    }

    private static List<String> reached(Probing caller) {
        var walk = json(caller.get("/api/v1/first-walk").body());
        assertThat(walk.path("stories")).as("only the demo has stories").isEmpty();
        return walk.path("steps")
                .valueStream()
                .filter(step -> step.path("done").asBoolean())
                .map(step -> step.path("mark").asString())
                .toList();
    }
}
