package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Date;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.acquisition.WxCpCustomerAcquisitionInfo;
import me.chanjar.weixin.cp.bean.external.acquisition.WxCpCustomerAcquisitionRequest;
import org.junit.jupiter.api.Test;

abstract class AcquisitionJudge extends Judge {

    @Test
    void makesALinkChangesListsAndDropsIt() throws WxErrorException {
        var link = newLink("抖音一号");
        assertThat(link.getUrl()).contains("/ca/");
        assertThat(contacts().customerAcquisitionLinkList(100, "").getLinkIdList())
                .contains(link.getLinkId());

        var change = request("抖音二号", "lisi");
        change.setLinkId(link.getLinkId());
        contacts().customerAcquisitionUpdate(change);
        var changed = contacts().customerAcquisitionLinkGet(link.getLinkId());
        assertThat(changed.getLink().getLinkName()).isEqualTo("抖音二号");
        assertThat(changed.getRange().getUserList()).containsExactly("lisi");

        contacts().customerAcquisitionLinkDelete(link.getLinkId());
        refused(40058, () -> contacts().customerAcquisitionLinkGet(link.getLinkId()));
    }

    @Test
    void countsWhoCameThroughALink() throws WxErrorException {
        var before = contacts().customerAcquisitionQuota();
        var link = newLink("小红书");
        var came = bench().deeds().comesThroughLink(link.getUrl(), "CHANNEL_A");

        assertThat(contacts()
                        .customerAcquisitionCustomer(link.getLinkId(), 1000, "")
                        .getCustomerList())
                .singleElement()
                .satisfies(customer -> {
                    assertThat(customer.getExternalUserid()).isEqualTo(came);
                    assertThat(customer.getState()).isEqualTo("CHANNEL_A");
                    assertThat(customer.getChatStatus()).isZero();
                });
        var after = contacts().customerAcquisitionQuota();
        assertThat(after.getBalance()).isEqualTo(before.getBalance() - 1);
        assertThat(after.getTotal()).isEqualTo(before.getTotal() + 1);
        var now = bench().now();
        var figures = contacts()
                .customerAcquisitionStatistic(link.getLinkId(), Date.from(now.minusSeconds(86400)), Date.from(now));
        assertThat(figures.getNewCustomerCnt()).isEqualTo(1);
    }

    @Test
    void tellsOfTheFirstChatByItsKey() throws WxErrorException {
        var link = newLink("视频号");
        var came = bench().deeds().comesThroughLink(link.getUrl(), "CHANNEL_B");
        var key = bench().deeds().saysThroughLink(came, "zhangsan");

        var info = post("/cgi-bin/externalcontact/customer_acquisition/get_chat_info", "{'chat_key':'" + key + "'}");
        assertThat(info.get("userid").getAsString()).isEqualTo("zhangsan");
        assertThat(info.getAsJsonObject("chat_info").get("recv_msg_cnt").getAsInt())
                .isEqualTo(1);
        assertThat(info.getAsJsonObject("chat_info").get("state").getAsString()).isEqualTo("CHANNEL_B");
    }

    private static WxCpCustomerAcquisitionInfo.Link newLink(String name) throws WxErrorException {
        return contacts()
                .customerAcquisitionLinkCreate(request(name, "zhangsan"))
                .getLink();
    }

    private static WxCpCustomerAcquisitionRequest request(String name, String member) {
        var range = new WxCpCustomerAcquisitionInfo.Range();
        range.setUserList(List.of(member));
        var request = new WxCpCustomerAcquisitionRequest();
        request.setLinkName(name);
        request.setRange(range);
        request.setSkipVerify(true);
        return request;
    }
}
