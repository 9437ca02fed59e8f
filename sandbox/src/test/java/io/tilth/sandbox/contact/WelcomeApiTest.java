package io.tilth.sandbox.contact;

import static io.tilth.sandbox.kit.Stage.LIN;
import static io.tilth.sandbox.seed.EmptyCompany.CORP;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.kit.Stage;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WelcomeApiTest {
    private static final Object TEXT = Json.object("content", "您好");

    private final Stage stage = new Stage();
    private String customer;
    private String code;

    @BeforeEach
    void setUp() {
        stage.news();
        customer = stage.friends();
        code = stage.events().getFirst().get("WelcomeCode").toString();
    }

    @AfterEach
    void tearDown() {
        stage.close();
    }

    @Test
    void arrivesInTheChatPieceByPiece() {
        var link = Json.object("msgtype", "link", "link", Json.object("title", "图册", "url", "https://example.org"));
        assertThat(send("text", TEXT, "attachments", List.of(link))).isZero();
        assertThat(stage.sandbox().platform().chats().of(CORP, ChatMessage.between(LIN, customer)))
                .extracting(ChatMessage::type)
                .containsExactly("text", "link");
    }

    @Test
    void isSentOnlyOnce() {
        assertThat(send("text", TEXT)).isZero();
        assertThat(send("text", TEXT)).isEqualTo(41051);
    }

    @Test
    void comesTooLateAfterTwentySeconds() {
        stage.sandbox().world().clock().move(Duration.ofSeconds(21));
        assertThat(send("text", TEXT)).isEqualTo(41050);
    }

    @Test
    void comesTooLateOnceTheyHaveSpoken() {
        stage.sandbox().actors().customers().write(stage.wang(), CORP, LIN, "在吗");
        assertThat(send("text", TEXT)).isEqualTo(41051);
    }

    @Test
    void isRefusedForTheRightReason() {
        assertThat(stage.code("externalcontact/send_welcome_msg", "text", TEXT)).isEqualTo(41049);
        assertThat(stage.code("externalcontact/send_welcome_msg", "welcome_code", "no", "text", TEXT))
                .isEqualTo(41050);
        assertThat(send()).isEqualTo(40063);
        assertThat(send("text", Json.object("content", "一".repeat(1_334)))).isEqualTo(45002);
        var link = Json.object("msgtype", "link", "link", Json.object("title", "x", "url", "https://example.org"));
        assertThat(send(
                        "attachments",
                        IntStream.range(0, 10).mapToObj(nth -> link).toList()))
                .isEqualTo(41064);
        assertThat(send("attachments", List.of(Json.object("msgtype", "song")))).isEqualTo(41065);
        assertThat(send("text", TEXT)).as("none of these used it up").isZero();
    }

    private int send(Object... fields) {
        var all = new java.util.ArrayList<Object>(List.of("welcome_code", code));
        all.addAll(List.of(fields));
        return stage.code("externalcontact/send_welcome_msg", all.toArray());
    }
}
