package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.article.NewArticle;
import me.chanjar.weixin.cp.bean.message.WxCpMessage;
import me.chanjar.weixin.cp.bean.templatecard.TemplateCardButton;
import org.junit.jupiter.api.Test;

abstract class MessageJudge extends Judge {

    @Test
    void sendsTextAndNamesThoseItDidNotReach() throws WxErrorException {
        var sent = cp().getMessageService()
                .send(WxCpMessage.TEXT().toUser("zhangsan|Nobody").content("你好").build());

        assertThat(sent.getMsgId()).isNotBlank();
        assertThat(sent.getInvalidUserList()).containsExactly("nobody");
    }

    @Test
    void sendsEveryOtherKind() throws WxErrorException {
        var messages = cp().getMessageService();
        messages.send(WxCpMessage.TEXTCARD()
                .toUser("zhangsan")
                .title("新客户")
                .description("王先生添加了你")
                .url("https://example.com")
                .build());
        messages.send(WxCpMessage.MARKDOWN().toUser("zhangsan").content("**好**").build());
        var article = NewArticle.builder()
                .title("标题")
                .url("https://example.com")
                .picUrl("https://example.com/a.png")
                .build();
        var news = messages.send(
                WxCpMessage.NEWS().toUser("zhangsan").addArticle(article).build());

        assertThat(news.getMsgId()).isNotBlank();
    }

    @Test
    void sendsACardWithButtonsAndChangesItOnce() throws WxErrorException {
        var card = WxCpMessage.TEMPLATECARD()
                .toUser("zhangsan")
                .cardType("button_interaction")
                .mainTitleTitle("预约")
                .taskId("task-" + System.nanoTime())
                .buttons(List.of(TemplateCardButton.builder()
                        .text("接受")
                        .style(1)
                        .key("yes")
                        .build()))
                .build();
        var sent = cp().getMessageService().send(card);
        assertThat(sent.getResponseCode()).isNotBlank();

        var cards = cp().getTaskCardService();
        cards.updateTemplateCardButton(List.of("zhangsan"), null, null, 0, sent.getResponseCode(), "已接受");
        assertThat(bench().deeds().inbox("zhangsan")).anyMatch(text -> text.contains("已接受"));
        refused(
                40058,
                () -> cards.updateTemplateCardButton(
                        List.of("zhangsan"), null, null, 0, sent.getResponseCode(), "又接受"));
    }

    @Test
    void takesAMessageBackWithinADay() throws WxErrorException {
        var sent = cp().getMessageService()
                .send(WxCpMessage.TEXT().toUser("lisi").content("错了").build());

        cp().getMessageService().recall(sent.getMsgId());
        assertThat(bench().deeds().inbox("lisi")).noneMatch(text -> text.contains("错了"));
    }

    @Test
    void tellsHowMuchAnAppSent() throws WxErrorException {
        assertThat(cp().getMessageService().getStatistics(0).getStatistics()).isNotNull();
    }

    @Test
    void refusesAMessageThatReachesNobody() {
        refused(
                81013,
                () -> cp().getMessageService()
                        .send(WxCpMessage.TEXT().toUser("nobody").content("?").build()));
    }
}
