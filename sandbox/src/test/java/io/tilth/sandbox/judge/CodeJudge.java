package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpContactWayInfo;
import me.chanjar.weixin.cp.bean.external.WxCpGroupJoinWayInfo;
import org.junit.jupiter.api.Test;

abstract class CodeJudge extends Judge {

    @Test
    void keepsContactWays() throws WxErrorException {
        var way = new WxCpContactWayInfo.ContactWay();
        way.setType(WxCpContactWayInfo.TYPE.MULTI);
        way.setScene(WxCpContactWayInfo.SCENE.QRCODE);
        way.setState("st-1");
        way.setUsers(List.of("zhangsan", "lisi"));
        var info = new WxCpContactWayInfo();
        info.setContactWay(way);
        var made = contacts().addContactWay(info);
        assertThat(made.getQrCode()).isNotBlank();
        assertThat(contacts().getContactWay(made.getConfigId()).getContactWay().getState())
                .isEqualTo("st-1");
        var now = bench().now().getEpochSecond();
        assertThat(contacts().listContactWay(now - 600, now + 600, "", 100L).getContactWay())
                .isNotEmpty();

        way.setConfigId(made.getConfigId());
        way.setUsers(List.of("wangwu"));
        contacts().updateContactWay(info);
        contacts().deleteContactWay(made.getConfigId());
        refused(41044, () -> contacts().getContactWay(made.getConfigId()));
    }

    @Test
    void keepsJoinWaysOfGroups() throws WxErrorException {
        var chat = bench().chatOf("zhangsan", bench().customerOf("zhangsan"));
        var way = new WxCpGroupJoinWayInfo.JoinWay();
        way.setScene(2);
        way.setChatIdList(List.of(chat));
        way.setState("grp");
        var info = new WxCpGroupJoinWayInfo();
        info.setJoinWay(way);
        var id = contacts().addJoinWay(info).getConfigId();
        assertThat(contacts().getJoinWay(id).getJoinWay().getQrCode()).isNotBlank();
        way.setConfigId(id);
        way.setRemark("changed");
        contacts().updateJoinWay(info);
        contacts().delJoinWay(id);
        refused(41044, () -> contacts().getJoinWay(id));
    }

    @Test
    void tellsOfGroupsAndFigures() throws WxErrorException {
        var chat = bench().chatOf("zhangsan", bench().customerOf("zhangsan"));
        assertThat(contacts()
                        .listGroupChat(1000, "", 0, new String[] {"zhangsan"})
                        .getGroupChatList())
                .anySatisfy(one -> assertThat(one.getChatId()).isEqualTo(chat));
        assertThat(contacts().getGroupChat(chat, 1).getGroupChat().getMemberList())
                .hasSizeGreaterThan(1);
        var now = bench().now();
        var yesterday = Date.from(now.minusSeconds(86400));
        assertThat(contacts()
                        .getUserBehaviorStatistic(yesterday, Date.from(now), new String[] {"zhangsan"}, null)
                        .getBehaviorList())
                .isNotEmpty();
        assertThat(contacts()
                        .getGroupChatStatistic(yesterday, 1, 0, 0, 500, new String[] {"zhangsan"}, null)
                        .getItemList())
                .isNotEmpty();
        var days = post(
                "/cgi-bin/externalcontact/groupchat/statistic_group_by_day",
                "{'day_begin_time':%d,'day_end_time':%d,'owner_filter':{'userid_list':['zhangsan']}}"
                        .formatted(yesterday.getTime() / 1000, yesterday.getTime() / 1000));
        assertThat(days.getAsJsonArray("items")).isNotEmpty();
    }

    @Test
    void closesATemporaryChat() throws WxErrorException {
        post(
                "/cgi-bin/externalcontact/add_contact_way",
                "{'type':1,'scene':2,'is_temp':true,'state':'temp','user':['zhangsan']}");
        var customer = bench().befriend(bench().person(), "zhangsan", "temp").customer();
        contacts().closeTempChat("zhangsan", customer);

        refused(84061, () -> contacts().closeTempChat("zhangsan", bench().customerOf("zhangsan")));
    }
}
