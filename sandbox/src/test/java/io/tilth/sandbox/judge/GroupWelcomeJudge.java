package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpGroupWelcomeTemplateResult;
import me.chanjar.weixin.cp.bean.external.msg.Link;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.Test;

abstract class GroupWelcomeJudge extends Judge {

    @Test
    void keepsEditsGivesAndDropsATemplate() throws WxErrorException {
        var template = WxCpGroupWelcomeTemplateResult.builder()
                .text(new Text().setContent("%NICKNAME%,欢迎"))
                .link(new Link().setTitle("价目表").setUrl("https://example.com/price"))
                .notify(1)
                .build();
        var id = contacts().addGroupWelcomeTemplate(template);
        assertThat(contacts().getGroupWelcomeTemplate(id).getLink().getTitle()).isEqualTo("价目表");

        template.setTemplateId(id);
        template.setText(new Text().setContent("欢迎你"));
        contacts().editGroupWelcomeTemplate(template);
        assertThat(contacts().getGroupWelcomeTemplate(id).getText().getContent())
                .isEqualTo("欢迎你");

        contacts().delGroupWelcomeTemplate(id, null);
        refused(40058, () -> contacts().getGroupWelcomeTemplate(id));
    }
}
