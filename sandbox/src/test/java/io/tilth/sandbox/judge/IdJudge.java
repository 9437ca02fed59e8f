package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.sandbox.seed.Neighbours;
import java.util.ArrayList;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.Test;

abstract class IdJudge extends Judge {

    @Test
    void findsTheCustomerBehindAUnionid() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        var unionid =
                contacts().getContactDetail(customer, null).getExternalContact().getUnionId();
        var openid = bench().personOf(customer).openid(Neighbours.MINI_PROGRAM);

        assertThat(contacts().unionidToExternalUserid(unionid, openid)).isEqualTo(customer);
        var converted = post(
                "/cgi-bin/idconvert/unionid_to_external_userid",
                "{'unionid':'%s','openid':'%s','subject_type':0}".formatted(unionid, openid));
        assertThat(converted.get("external_userid").getAsString()).isEqualTo(customer);
    }

    @Test
    void givesAStrangerAPendingIdThatTurnsIntoTheCustomer() throws WxErrorException {
        var stranger = bench().person();
        var pending = post(
                        "/cgi-bin/idconvert/unionid_to_external_userid",
                        "{'unionid':'%s','openid':'%s','subject_type':0}"
                                .formatted(stranger.unionid(), stranger.openid(Neighbours.MINI_PROGRAM)))
                .get("pending_id")
                .getAsString();
        assertThat(pending).startsWith("p");
        var customer = bench().befriend(stranger, "zhangsan").customer();

        var resolved = post(
                        "/cgi-bin/idconvert/batch/external_userid_to_pending_id",
                        "{'external_userid':['" + customer + "']}")
                .getAsJsonArray("result");
        assertThat(resolved.get(0).getAsJsonObject().get("pending_id").getAsString())
                .isEqualTo(pending);
    }

    @Test
    void convertsMembersAndCustomersToOpenid() throws WxErrorException {
        var users = cp().getUserService();
        var openid = users.userId2Openid("zhangsan", null).get("openid");
        assertThat(users.openid2UserId(openid)).isEqualTo("zhangsan");

        assertThat(contacts().convertToOpenid(bench().customerOf("zhangsan"))).isNotBlank();
    }

    @Test
    void convertsMembersToTheProvidersIds() throws WxErrorException {
        var users = cp().getUserService();
        var open = users.useridToOpenUserid(new ArrayList<>(List.of("zhangsan", "nobody")));
        assertThat(open.getInvalidUseridList()).containsExactly("nobody");
        var back = users.openUseridToUserid(
                List.of(open.getOpenUseridList().getFirst().getOpenUserid()), String.valueOf(bench().agentId()));

        assertThat(back.getUseridList().getFirst().getUserid()).isEqualTo("zhangsan");
    }

    @Test
    void convertsCustomersToTheProvidersIdsAndBack() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        var service = contacts().toServiceExternalUserid(customer);
        assertThat(service).isNotEqualTo(customer);
        assertThat(contacts().fromServiceExternalUserid(service, String.valueOf(bench().agentId())))
                .isEqualTo(customer);
        assertThat(contacts().getNewExternalUserId(new String[] {customer}).getItems())
                .singleElement()
                .satisfies(item -> assertThat(item.getNewExternalUserId()).isEqualTo(service));
    }
}
