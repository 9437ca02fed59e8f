package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WelcomeMessages;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

@Component
class WelcomeCalls implements WelcomeMessages {

    private static final int TEXT_BYTES = 4_000;
    private static final int LINK_TITLE_BYTES = 128;
    private static final int LINK_TEXT_BYTES = 512;
    private static final int MINI_TITLE_BYTES = 64;

    /** Whoever waits longer for a limit to pass meets those who were sent to look after them. */
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Asking asking;

    WelcomeCalls(Asking asking) {
        this.asking = asking;
    }

    @Override
    public void send(CompanyId company, String code, Greeting greeting) {
        var body = new HashMap<String, Object>(Map.of("welcome_code", code));
        if (!greeting.text().isBlank()) {
            body.put("text", Map.of("content", MessageCalls.cut(greeting.text(), TEXT_BYTES)));
        }
        if (!greeting.pieces().isEmpty()) {
            body.put(
                    "attachments",
                    greeting.pieces().stream().map(WelcomeCalls::attachment).toList());
        }
        asking.post(company, "externalcontact/send_welcome_msg", body, PATIENCE);
    }

    private static Map<String, ?> attachment(Piece piece) {
        return switch (piece) {
            case Piece.Picture picture ->
                Map.of(
                        "msgtype",
                        "image",
                        "image",
                        Map.of("pic_url", picture.url().toString()));
            case Piece.Link link -> Map.of("msgtype", "link", "link", link(link));
            case Piece.MiniProgram mini ->
                Map.of(
                        "msgtype",
                        "miniprogram",
                        "miniprogram",
                        Map.of(
                                "title", MessageCalls.cut(mini.title(), MINI_TITLE_BYTES),
                                "pic_media_id", mini.mediaId(),
                                "appid", mini.appId(),
                                "page", mini.page()));
        };
    }

    private static Map<String, ?> link(Piece.Link link) {
        var fields = new HashMap<String, Object>();
        fields.put("title", MessageCalls.cut(link.title(), LINK_TITLE_BYTES));
        fields.put("desc", MessageCalls.cut(link.description(), LINK_TEXT_BYTES));
        fields.put("url", link.url().toString());
        link.picture().ifPresent(picture -> fields.put("picurl", picture.toString()));
        return fields;
    }
}
