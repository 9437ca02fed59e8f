package io.tilth.wecom.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.wecom.AppMessages;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomRefusal;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class MessageCalls implements AppMessages {

    private static final String API = "message/send";
    private static final int NOBODY = 81013;
    private static final int TEXT_BYTES = 2_048;
    private static final int TITLE_BYTES = 128;
    private static final int DESCRIPTION_BYTES = 512;

    /**
     * A call whose answer was lost is made again within this time, and then reaches nobody twice: eight tries with their
     * growing pauses take more than an hour. WeCom takes up to four.
     */
    private static final int SAME_WITHIN_S = 2 * 60 * 60;

    /** Less than after which others take a message over. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Asking asking;

    MessageCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public Sent send(CompanyId company, List<String> userIds, Message message) {
        var body = new HashMap<String, Object>(content(message));
        body.put("touser", String.join("|", userIds));
        body.put("agentid", asking.app(company).agentId());
        body.put("enable_duplicate_check", 1);
        body.put("duplicate_check_interval", SAME_WITHIN_S);
        try {
            var answer = asking.post(company, API, body, PATIENCE);
            return new Sent(
                    Fields.text(answer, "msgid"), users(answer, "invaliduser"), users(answer, "unlicenseduser"));
        } catch (WecomRefusal refusal) {
            if (refusal.code() == NOBODY) {
                return new Sent("", userIds, List.of());
            }
            throw refusal;
        }
    }

    private static Map<String, Object> content(Message message) {
        return message.link()
                .<Map<String, Object>>map(link -> Map.of("msgtype", "textcard", "textcard", card(message, link)))
                .orElseGet(() -> Map.of(
                        "msgtype",
                        "text",
                        "text",
                        Map.of("content", cut((message.title() + "\n" + message.text()).strip(), TEXT_BYTES))));
    }

    /** In one order always: to WeCom the same fields in another order, as after a restart, are another message. */
    static Map<String, String> card(Message message, URI link) {
        var card = new LinkedHashMap<String, String>();
        card.put("title", cut(message.title(), TITLE_BYTES));
        card.put("description", cut(message.text(), DESCRIPTION_BYTES));
        card.put("url", link.toString());
        return card;
    }

    /** WeCom cuts by bytes, in the middle of a character if it must. */
    static String cut(String text, int most) {
        if (text.getBytes(UTF_8).length <= most) {
            return text;
        }
        var kept = new StringBuilder();
        int bytes = "…".getBytes(UTF_8).length;
        for (int point : text.codePoints().toArray()) {
            var character = Character.toString(point);
            bytes += character.getBytes(UTF_8).length;
            if (bytes > most) {
                break;
            }
            kept.append(character);
        }
        return kept.append('…').toString();
    }

    private static List<String> users(JsonNode answer, String name) {
        return Stream.of(Fields.text(answer, name).split("\\|"))
                .filter(user -> !user.isEmpty())
                .map(Fields::user)
                .toList();
    }
}
