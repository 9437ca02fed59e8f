package io.tilth.acquisition;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** WeCom picks at the scan, so a rush passes a direct code's cap. By how many is said, to the head. */
class OvershootTest extends ChannelCodeKit {

    private static final Logger log = LoggerFactory.getLogger(OvershootTest.class);
    private static final int CAP = 5;
    private static final int RUSH = 40;

    @Test
    void saysHowManyCameOverTheCapOfADirectCode() {
        var two = "\"" + member(0).value() + "\",\"" + member(2).value() + "\"";
        var channel = channel("渠道" + UUID.randomUUID().toString().substring(0, 8));
        var code = made(
                "/api/v1/channel-codes",
                "{\"companyId\": null, \"form\": "
                        + body(channel, "开业", "\"dailyCap\": " + CAP + ", \"members\": [" + two + "]") + "}");
        for (int scan = 0; scan < RUSH; scan++) {
            scan(somebody(), code);
        }
        eventually(() -> figures(code).path("added").asInt() == RUSH);

        eventually(() -> figures(code).path("overCap").asLong() == overByHand());
        log.info("{} scans at once with room for {}: {} came over the cap.", RUSH, 2 * CAP, overByHand());
    }

    /** However many of them came at the same moment. */
    private long overByHand() {
        return count("""
                (select greatest(count(*) - %d, 0) as over
                from acquisition.arrival
                where tenant_id = :tenant and not by_spare
                group by member_id) each
                cross join generate_series(1, each.over)""".formatted(CAP));
    }
}
