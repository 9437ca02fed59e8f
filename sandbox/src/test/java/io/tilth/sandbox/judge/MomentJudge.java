package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpAddMomentTask;
import me.chanjar.weixin.cp.bean.external.moment.SenderList;
import me.chanjar.weixin.cp.bean.external.moment.VisibleRange;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.Test;

abstract class MomentJudge extends Judge {

    @Test
    void becomesAMomentOnceItsJobIsDoneAndTheMemberPublishesIt() throws WxErrorException {
        var customer = bench().customerOf("wangwu");
        var momentId = momentOf("wangwu");
        assertThat(contacts().getMomentTask(momentId, "", 100).getTaskList())
                .singleElement()
                .satisfies(task -> assertThat(task.getPublishStatus()).isEqualTo("0"));

        bench().deeds().publishMoment("wangwu", momentId);
        bench().deeds().likeMoment(customer, "wangwu", momentId);

        assertThat(contacts().getMomentCustomerList(momentId, "wangwu", "", 500).getCustomerList())
                .anySatisfy(item -> assertThat(item.getExternalUserId()).isEqualTo(customer));
        assertThat(contacts().getMomentSendResult(momentId, "wangwu", "", 500).getCustomerList())
                .isNotEmpty();
        assertThat(contacts().getMomentComments(momentId, "wangwu").getLikeList())
                .singleElement()
                .satisfies(like -> assertThat(like.getExternalUserId()).isEqualTo(customer));
    }

    @Test
    void listsMomentsAndCancelsOnesNotYetPublished() throws WxErrorException {
        var momentId = momentOf("zhangsan");
        var now = bench().now().getEpochSecond();
        assertThat(contacts()
                        .getMomentList(now - 3600, now + 3600, null, 2, "", 20)
                        .getMomentList())
                .anySatisfy(moment -> assertThat(moment.getMomentId()).isEqualTo(momentId));

        contacts().cancelMomentTask(momentId);
        bench().deeds().publishMoment("zhangsan", momentId);
        assertThat(contacts().getMomentTask(momentId, "", 100).getTaskList())
                .allSatisfy(task -> assertThat(task.getPublishStatus()).isEqualTo("0"));
    }

    private static String momentOf(String sender) throws WxErrorException {
        var senders = new SenderList();
        senders.setUserList(List.of(sender));
        var jobId = contacts()
                .addMomentTask(WxCpAddMomentTask.builder()
                        .text(new Text().setContent("新品到店"))
                        .visibleRange(new VisibleRange().setSenderList(senders))
                        .build())
                .getJobId();
        assertThat(contacts().getMomentTaskResult(jobId).getStatus()).isEqualTo(1);
        bench().later(Duration.ofSeconds(30));
        var result = contacts().getMomentTaskResult(jobId);
        assertThat(result.getStatus()).isEqualTo(3);
        return result.getResult().getMomentId();
    }
}
