package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpUpdateRemarkRequest;
import me.chanjar.weixin.cp.bean.external.WxCpUserExternalTagGroupInfo;
import me.chanjar.weixin.cp.bean.external.WxCpWelcomeMsg;
import me.chanjar.weixin.cp.bean.external.msg.Text;
import org.junit.jupiter.api.Test;

abstract class CustomerJudge extends Judge {

    @Test
    void listsWhoFollowsWhom() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");

        assertThat(contacts().listFollowers()).contains("zhangsan");
        assertThat(contacts().listExternalContacts("zhangsan")).contains(customer);
        assertThat(contacts().getContactDetail(customer, null).getFollowedUsers())
                .singleElement()
                .satisfies(follow -> assertThat(follow.getUserId()).isEqualTo("zhangsan"));
        assertThat(contacts()
                        .getContactDetailBatch(new String[] {"zhangsan"}, "", 100)
                        .getExternalContactList())
                .isNotEmpty();
        assertThat(contacts().getContactList("", 1000).getInfoList()).isNotEmpty();
    }

    @Test
    void remarks() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        contacts()
                .updateRemark(WxCpUpdateRemarkRequest.builder()
                        .userId("zhangsan")
                        .externalUserId(customer)
                        .remark("A王姐 3栋1102")
                        .remarkMobiles(new String[] {"13800000001"})
                        .build());

        var follow =
                contacts().getContactDetail(customer, null).getFollowedUsers().getFirst();
        assertThat(follow.getRemark()).isEqualTo("A王姐 3栋1102");
        assertThat(follow.getRemarkMobiles()).containsExactly("13800000001");
    }

    @Test
    void welcomesOnce() throws WxErrorException {
        var code = bench().deeds().welcomeCodeOf("zhangsan");
        var welcome = WxCpWelcomeMsg.builder()
                .welcomeCode(code)
                .text(new Text().setContent("您好"))
                .build();
        contacts().sendWelcomeMsg(welcome);

        refused(41051, () -> contacts().sendWelcomeMsg(welcome));
    }

    @Test
    void keepsTagsAndMarksCustomers() throws WxErrorException {
        var tag = new WxCpUserExternalTagGroupInfo.Tag();
        tag.setName("高意向");
        var group = new WxCpUserExternalTagGroupInfo.TagGroup();
        group.setGroupName("意向" + System.nanoTime());
        group.setTag(List.of(tag));
        var info = new WxCpUserExternalTagGroupInfo();
        info.setTagGroup(group);
        var made = contacts().addCorpTag(info).getTagGroup();
        var tagId = made.getTag().getFirst().getId();
        contacts().editCorpTag(tagId, "很高意向", 1);

        var customer = bench().customerOf("zhangsan");
        contacts().markTag("zhangsan", customer, new String[] {tagId}, null);
        assertThat(contacts()
                        .getContactDetail(customer, null)
                        .getFollowedUsers()
                        .getFirst()
                        .getTags())
                .singleElement()
                .satisfies(marked -> assertThat(marked.getTagName()).isEqualTo("很高意向"));
        assertThat(contacts().getCorpTagList(new String[] {tagId}).getTagGroupList())
                .hasSize(1);

        contacts().delCorpTag(new String[] {tagId}, null);
        assertThat(contacts()
                        .getContactDetail(customer, null)
                        .getFollowedUsers()
                        .getFirst()
                        .getTags())
                .isNullOrEmpty();
    }
}
