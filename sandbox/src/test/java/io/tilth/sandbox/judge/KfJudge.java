package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpKfService;
import me.chanjar.weixin.cp.bean.kf.WxCpKfAccountAdd;
import me.chanjar.weixin.cp.bean.kf.WxCpKfAccountDel;
import me.chanjar.weixin.cp.bean.kf.WxCpKfAccountLink;
import me.chanjar.weixin.cp.bean.kf.WxCpKfAccountUpd;
import me.chanjar.weixin.cp.bean.kf.WxCpKfMsgListResp;
import me.chanjar.weixin.cp.bean.kf.WxCpKfMsgSendRequest;
import me.chanjar.weixin.cp.bean.kf.msg.WxCpKfTextMsg;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

abstract class KfJudge extends Judge {

    private String account;

    @BeforeEach
    void open() throws WxErrorException {
        var add = new WxCpKfAccountAdd();
        add.setName("售后");
        account = kf().addAccount(add).getOpenKfid();
        assertThat(account).startsWith("wk");
    }

    @Test
    void renamesListsLinksAndClosesAnAccount() throws WxErrorException {
        var upd = new WxCpKfAccountUpd();
        upd.setOpenKfid(account);
        upd.setName("售后服务");
        kf().updAccount(upd);
        assertThat(kf().listAccount(0, 100).getAccountList())
                .anySatisfy(item -> assertThat(item.getName()).isEqualTo("售后服务"));

        var link = new WxCpKfAccountLink();
        link.setOpenKfid(account);
        link.setScene("poster");
        assertThat(kf().getAccountLink(link).getUrl()).contains("enc_scene=");

        var del = new WxCpKfAccountDel();
        del.setOpenKfid(account);
        kf().delAccount(del);
        refused(95004, () -> kf().listServicer(account));
    }

    @Test
    void takesAndDropsServicers() throws WxErrorException {
        assertThat(kf().addServicer(account, List.of("zhangsan")).getResultList())
                .singleElement()
                .satisfies(one -> assertThat(one.getErrcode()).isZero());
        assertThat(kf().listServicer(account).getServicerList())
                .singleElement()
                .satisfies(one -> assertThat(one.getUserId()).isEqualTo("zhangsan"));
        kf().delServicer(account, List.of("zhangsan"));
        assertThat(kf().listServicer(account).getServicerList()).isNullOrEmpty();
    }

    @Test
    void givesTheConversationByCursorAndTakesAnAnswer() throws WxErrorException {
        var customer = bench().deeds().asksAt(account, "柜门关不上");
        var first = messages("");
        assertThat(first.getMsgList()).anySatisfy(item -> {
            assertThat(item.getOrigin()).isEqualTo(3);
            assertThat(item.getText().getContent()).isEqualTo("柜门关不上");
        });
        assertThat(messages(first.getNextCursor()).getMsgList()).isNullOrEmpty();

        var answer = answer(customer);
        assertThat(kf().sendMsg(answer).getMsgId()).isNotBlank();
        assertThat(bench().deeds().heardAt(account, customer)).contains("马上到");
        for (int more = 1; more < 5; more++) {
            kf().sendMsg(answer);
        }
        refused(95001, () -> kf().sendMsg(answer));
    }

    @Test
    void handsTheConversationToAServicerAndEndsIt() throws WxErrorException {
        kf().addServicer(account, List.of("zhangsan"));
        var customer = bench().deeds().asksAt(account, "在吗");
        assertThat(kf().getServiceState(account, customer).getServiceState()).isZero();

        kf().transServiceState(account, customer, 3, "zhangsan");
        assertThat(kf().getServiceState(account, customer).getServicerUserId()).isEqualTo("zhangsan");
        refused(95018, () -> kf().sendMsg(answer(customer)));

        var code = kf().transServiceState(account, customer, 4, null).getMsgCode();
        var goodbye = answer(customer);
        goodbye.setCode(code);
        goodbye.setToUser(null);
        goodbye.setOpenKfid(null);
        kf().sendMsgOnEvent(goodbye);
        refused(95007, () -> kf().sendMsgOnEvent(goodbye));
    }

    @Test
    void tellsWhoTheCustomersAre() throws WxErrorException {
        var customer = bench().deeds().asksAt(account, "你好");
        var asked = kf().customerBatchGet(List.of(customer, "wmNobody"));

        assertThat(asked.getCustomerList())
                .singleElement()
                .satisfies(one -> assertThat(one.getNickname()).isNotBlank());
        assertThat(asked.getInvalidExternalUserId()).containsExactly("wmNobody");
    }

    private WxCpKfMsgListResp messages(String cursor) throws WxErrorException {
        return kf().syncMsg(cursor, bench().deeds().kfToken(account), 1000, 0, account);
    }

    private WxCpKfMsgSendRequest answer(String customer) {
        var text = new WxCpKfTextMsg();
        text.setContent("马上到");
        var request = new WxCpKfMsgSendRequest();
        request.setToUser(customer);
        request.setOpenKfid(account);
        request.setMsgType("text");
        request.setText(text);
        return request;
    }

    private static WxCpKfService kf() {
        return cp().getKfService();
    }
}
