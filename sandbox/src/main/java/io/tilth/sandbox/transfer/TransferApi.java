package io.tilth.sandbox.transfer;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Follow;
import io.tilth.sandbox.corp.Departure;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.world.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code transfer_customer} and {@code transfer_result}, of those who stay and of those who have left. */
public final class TransferApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int AT_ONCE = 100;
    private static final int PAGE = 1000;
    private static final int OLD_PAGING_ENDS = 50_000;
    private static final int TOO_OFTEN_IN_NINETY_DAYS = 40128;
    private static final int SAME_MEMBER = 40130;

    private final Platform platform;
    private final Transfers transfers;

    public TransferApi(Platform platform, Transfers transfers) {
        this.platform = platform;
        this.transfers = transfers;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "transfer_customer", (call, change) -> transfer(call, change, false))
                .write(PATH + "resigned/transfer_customer", (call, change) -> transfer(call, change, true))
                .read(PATH + "transfer_result", call -> results(call, false))
                .read(PATH + "resigned/transfer_result", call -> results(call, true))
                .read(PATH + "get_unassigned_list", this::unassigned);
    }

    /** Somebody who may take customers over. */
    static Member heir(Platform platform, Call call, String field) {
        var heir = platform.contacts().member(call, field);
        Code.NOT_ACTIVATED.unless(heir.isActive());
        Code.NO_CUSTOMER_RIGHT.unless(heir.servesCustomers());
        Code.NOT_REAL_NAME.unless(heir.realName());
        return heir;
    }

    private Answer transfer(Call call, Change change, boolean resigned) {
        var customers = call.texts("external_userid");
        Code.MISSING_CUSTOMER.unless(!customers.isEmpty());
        Code.TOO_MANY.unless(customers.size() <= AT_ONCE);
        String farewell = resigned ? "" : call.text("transfer_success_msg", 200);
        var from = giver(call, resigned);
        var heir = heir(platform, call, "takeover_userid");
        var answers = new ArrayList<ObjectNode>();
        for (String customer : customers) {
            int code = begin(change, from, heir, customer, resigned, farewell);
            answers.add(Json.object("external_userid", customer, "errcode", code));
        }
        return Answer.of("customer", answers);
    }

    private Member giver(Call call, boolean resigned) {
        String user = call.text("handover_userid", Code.MISSING_USER);
        var member = platform.world()
                .find(Member.class, Member.key(call.corp().id(), user))
                .orElseThrow(Code.BAD_USER::error);
        if (resigned) {
            Code.NOT_RESIGNED.unless(!Visibility.isHere(member));
            return member;
        }
        return platform.contacts().member(call.app(), user);
    }

    private int begin(Change change, Member from, Member heir, String customer, boolean resigned, String farewell) {
        String corp = from.corp();
        var follow = change.find(Follow.class, Follow.key(corp, from.id(), customer));
        if (!platform.world().table(Customer.class).has(Customer.key(corp, customer)) || follow.isEmpty()) {
            return Code.BAD_CUSTOMER.number();
        }
        if (from.id().equalsIgnoreCase(heir.id())) {
            return SAME_MEMBER;
        }
        if (transfers.isUnderWay(corp, from.id(), customer)) {
            return Code.TRANSFER_UNDER_WAY.number();
        }
        if (!resigned && transfers.isGivenTooOften(corp, customer)) {
            return TOO_OFTEN_IN_NINETY_DAYS;
        }
        transfers.begin(change, follow.get(), heir.id(), resigned, farewell);
        if (!resigned) {
            transfers.count(change, corp, customer);
        }
        return 0;
    }

    private Answer results(Call call, boolean resigned) {
        String from = call.text("handover_userid", Code.MISSING_USER);
        String to = call.text("takeover_userid", Code.MISSING_USER);
        String prefix = Transfer.prefix(call.corp().id(), from, to);
        var page = Page.of(
                call,
                PAGE,
                behind -> platform.world()
                        .table(Transfer.class)
                        .under(prefix, behind)
                        .filter(transfer -> transfer.resigned() == resigned));
        return Answer.of("customer", page.items().stream().map(TransferApi::json), "next_cursor", page.next());
    }

    private static ObjectNode json(Transfer transfer) {
        boolean counts = transfer.state() == Transfer.State.DONE || transfer.isWaiting();
        return Json.object(
                "external_userid", transfer.customer(),
                "status", transfer.state().number(),
                "takeover_time", counts ? transfer.takesEffectAt() : Instant.EPOCH);
    }

    /** What those who left have left behind. */
    private Answer unassigned(Call call) {
        int size = (int) call.number("page_size", PAGE);
        Code.BAD_PARAMETER.unless(size >= 1 && size <= PAGE);
        long skip = call.text("cursor").isEmpty() ? call.number("page_id", 0) * size : 0;
        Code.BAD_PARAMETER.unless(skip < OLD_PAGING_ENDS);
        var page = Page.of(call, size, behind -> left(call, behind).skip(skip));
        return Answer.of(
                "info",
                        page.items().stream()
                                .map(follow -> Json.object(
                                        "handover_userid", follow.user(),
                                        "external_userid", follow.customer(),
                                        "dimission_time", leftAt(follow))),
                "is_last", page.next().isEmpty(),
                "next_cursor", page.next());
    }

    private Instant leftAt(Follow follow) {
        return platform.world()
                .find(Departure.class, Member.key(follow.corp(), follow.user()))
                .map(Departure::at)
                .orElse(follow.at());
    }

    private Stream<Follow> left(Call call, String behind) {
        return platform.world()
                .table(Follow.class)
                .under(call.corp().id() + "/", behind)
                .filter(follow -> platform.world()
                        .find(Member.class, Member.key(follow.corp(), follow.user()))
                        .filter(member -> !Visibility.isHere(member))
                        .isPresent())
                .filter(follow -> !transfers.isUnderWay(follow.corp(), follow.user(), follow.customer()));
    }
}
