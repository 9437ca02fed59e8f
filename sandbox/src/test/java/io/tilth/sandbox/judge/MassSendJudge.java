package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpMsgTemplate;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.Test;

abstract class MassSendJudge extends Judge {

    @Test
    void sendsOnlyOnceTheMemberHasConfirmed() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        var added = contacts().addMsgTemplate(toCustomer(customer));
        assertThat(added.getFailList()).isNullOrEmpty();
        assertThat(statusOf(added.getMsgId(), customer)).isZero();

        bench().deeds().confirmMassSend("zhangsan", added.getMsgId());

        assertThat(statusOf(added.getMsgId(), customer)).isEqualTo(1);
        assertThat(contacts().getGroupMsgTask(added.getMsgId(), 500, "").getTaskList())
                .singleElement()
                .satisfies(task -> assertThat(task.getStatus()).isEqualTo(2));
        assertThat(bench().deeds().heardFrom(customer, "zhangsan")).contains("周末到店有礼");
    }

    @Test
    void listsWhatTheCompanySent() throws WxErrorException {
        var added = contacts().addMsgTemplate(toCustomer(bench().customerOf("zhangsan")));
        var now = bench().now();
        var listed = contacts()
                .getGroupMsgListV2(
                        "single", Date.from(now.minusSeconds(60)), Date.from(now.plusSeconds(60)), "", 2, 100, "");

        assertThat(listed.getGroupMsgList())
                .anySatisfy(sent -> assertThat(sent.getMsgId()).isEqualTo(added.getMsgId()));
    }

    @Test
    void remindsThreeTimesADayAndCanBeCancelled() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        var msgId = contacts().addMsgTemplate(toCustomer(customer)).getMsgId();
        for (int time = 0; time < 3; time++) {
            contacts().remindGroupMsgSend(msgId);
        }
        refused(45009, () -> contacts().remindGroupMsgSend(msgId));

        contacts().cancelGroupMsgSend(msgId);
        bench().deeds().confirmMassSend("zhangsan", msgId);
        assertThat(statusOf(msgId, customer)).isZero();
    }

    @Test
    void refusesToSendToNobody() {
        refused(41048, () -> contacts().addMsgTemplate(toCustomer("wmNobodyNobodyNobodyNobodyNobodyN")));
    }

    @Test
    void sendsToTheGroupsOfAMember() throws WxErrorException {
        bench().chatOf("lisi", bench().customerOf("lisi"));
        var template = WxCpMsgTemplate.builder()
                .chatType("group")
                .sender("lisi")
                .text(new Text().setContent("群里好"))
                .build();
        var msgId = contacts().addMsgTemplate(template).getMsgId();
        bench().deeds().confirmMassSend("lisi", msgId);

        assertThat(contacts().getGroupMsgSendResult(msgId, "lisi", 500, "").getSendList())
                .isNotEmpty()
                .allSatisfy(sent -> assertThat(sent.getChatId()).startsWith("wr"));
    }

    private static Integer statusOf(String msgId, String customer) throws WxErrorException {
        return contacts().getGroupMsgSendResult(msgId, "zhangsan", 500, "").getSendList().stream()
                .filter(sent -> customer.equals(sent.getExternalUserId()))
                .findFirst()
                .orElseThrow()
                .getStatus();
    }

    private static WxCpMsgTemplate toCustomer(String customer) {
        return WxCpMsgTemplate.builder()
                .chatType("single")
                .externalUserid(List.of(customer))
                .sender("zhangsan")
                .text(new Text().setContent("周末到店有礼"))
                .build();
    }
}
