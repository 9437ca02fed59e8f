package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomTransfers;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class TransferCalls implements WecomTransfers {

    private static final int MOST_AT_ONCE = 1_000;

    private final Asking asking;

    TransferCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public List<Started> customers(
            CompanyId company, Kind kind, Hand hand, List<String> externalUserIds, String message) {
        var body = new HashMap<String, Object>(hands(hand));
        body.put("external_userid", externalUserIds);
        if (kind == Kind.ON_JOB && !message.isBlank()) { // who has left cannot say anything
            body.put("transfer_success_msg", message);
        }
        return asking.post(company, api(kind, "transfer_customer"), body)
                .path("customer")
                .valueStream()
                .map(node -> new Started(Fields.text(node, "external_userid"), (int) Fields.number(node, "errcode")))
                .toList();
    }

    @Override
    public Results results(CompanyId company, Kind kind, Hand hand, Optional<String> cursor) {
        var body = new HashMap<String, Object>(hands(hand));
        body.put("cursor", cursor.orElse(""));
        var answer = asking.post(company, api(kind, "transfer_result"), body);
        var results =
                answer.path("customer").valueStream().map(TransferCalls::result).toList();
        return new Results(results, Fields.nextCursor(answer));
    }

    @Override
    public Unassigned unassigned(CompanyId company, Optional<String> cursor) {
        var body = Map.of("page_size", MOST_AT_ONCE, "cursor", cursor.orElse(""));
        var answer = asking.post(company, "externalcontact/get_unassigned_list", body);
        var left = answer.path("info")
                .valueStream()
                .map(node -> new Left(
                        Fields.user(node, "handover_userid"),
                        Fields.text(node, "external_userid"),
                        Fields.moment(node, "dimission_time")))
                .toList();
        boolean last = answer.path("is_last").asBoolean(false);
        return new Unassigned(left, last ? Optional.empty() : Fields.nextCursor(answer));
    }

    @Override
    public List<Started> groupChats(CompanyId company, Kind kind, String newOwner, List<String> chatIds) {
        var api = "externalcontact/groupchat/" + (kind == Kind.ON_JOB ? "onjob_transfer" : "transfer");
        var failed = asking.post(company, api, Map.of("chat_id_list", chatIds, "new_owner", newOwner))
                .path("failed_chat_list")
                .valueStream()
                .collect(Collectors.toMap(
                        node -> Fields.text(node, "chat_id"),
                        node -> (int) Fields.number(node, "errcode"),
                        (one, other) -> one));
        return chatIds.stream()
                .map(chat -> new Started(chat, failed.getOrDefault(chat, 0)))
                .toList();
    }

    private static String api(Kind kind, String verb) {
        return "externalcontact/" + (kind == Kind.RESIGNED ? "resigned/" : "") + verb;
    }

    private static Map<String, String> hands(Hand hand) {
        return Map.of("handover_userid", hand.from(), "takeover_userid", hand.to());
    }

    private static Result result(JsonNode node) {
        var takeover = Fields.moment(node, "takeover_time");
        return new Result(
                Fields.text(node, "external_userid"),
                switch ((int) Fields.number(node, "status")) {
                    case 1 -> State.DONE;
                    case 2 -> State.WAITING;
                    case 3 -> State.REFUSED;
                    case 4 -> State.AT_LIMIT;
                    default -> State.NO_RECORD;
                },
                takeover.equals(Instant.EPOCH) ? Optional.empty() : Optional.of(takeover));
    }
}
