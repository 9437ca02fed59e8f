package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import java.time.Duration;
import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Who came through links, how many more may come, and the figures of a link. */
public final class LinkFiguresApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final Duration LONGEST = Duration.ofDays(31);

    private final Platform platform;
    private final Acquisitions acquisitions;

    public LinkFiguresApi(Platform platform, Acquisitions acquisitions) {
        this.platform = platform;
        this.acquisitions = acquisitions;
    }

    @Override
    public void enter(Routes routes) {
        routes.read(PATH + "customer_acquisition/customer", this::customers)
                .read(PATH + "customer_acquisition_quota", this::quota)
                .read(PATH + "customer_acquisition/statistic", this::figures)
                .read(PATH + "customer_acquisition/get_chat_info", this::chat);
    }

    private Answer customers(Call call) {
        var link = LinkApi.own(platform, call);
        var page = Page.of(
                call,
                call.limit(1000, 1000),
                behind -> platform.world().table(Arrival.class).under(Arrival.prefix(link.corp(), link.id()), behind));
        return Answer.of("customer_list", page.items().stream().map(LinkFiguresApi::json), "next_cursor", page.next());
    }

    private static ObjectNode json(Arrival arrival) {
        return Json.object(
                "external_userid", arrival.customer(),
                "userid", arrival.user(),
                "chat_status", Json.bit(arrival.heard() > 0),
                "state", arrival.state());
    }

    /** {@code total} is what has been used since ever. */
    private Answer quota(Call call) {
        var now = platform.clock().instant();
        var quota = acquisitions.quota(call.corp().id());
        return Answer.of(
                "total", quota.used(),
                "balance", quota.balance(now),
                "quota_list",
                        quota.living(now).stream()
                                .map(lot -> Json.object("expire_date", lot.end(), "balance", lot.left())));
    }

    private Answer figures(Call call) {
        var link = LinkApi.own(platform, call);
        var zone = platform.clock().getZone();
        var from = Instant.ofEpochSecond(call.number("start_time", 0));
        var to = Instant.ofEpochSecond(call.number("end_time", 0));
        Code.BAD_PARAMETER.unless(
                !to.isBefore(from) && Duration.between(from, to).compareTo(LONGEST) <= 0);
        var begin = from.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
        var end = to.atZone(zone).toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        long clicks = platform.world()
                .table(Click.class)
                .under(Click.prefix(link.corp(), link.id()))
                .filter(click -> !click.at().isBefore(begin) && click.at().isBefore(end))
                .count();
        long customers = platform.world()
                .table(Arrival.class)
                .under(Arrival.prefix(link.corp(), link.id()))
                .filter(arrival -> !arrival.at().isBefore(begin) && arrival.at().isBefore(end))
                .count();
        return Answer.of("click_link_customer_cnt", clicks, "new_customer_cnt", customers);
    }

    private Answer chat(Call call) {
        var arrival = acquisitions
                .behind(call.text("chat_key"))
                .filter(found -> found.corp().equals(call.corp().id()))
                .orElseThrow(() -> Code.BAD_PARAMETER.error("chat_key"));
        return Answer.of(
                "userid", arrival.user(),
                "external_userid", arrival.customer(),
                "chat_info",
                        Json.object(
                                "recv_msg_cnt", arrival.heard(),
                                "link_id", arrival.link(),
                                "state", arrival.state()));
    }
}
