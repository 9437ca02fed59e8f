package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferCustomerReq;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferCustomerResp;
import me.chanjar.weixin.cp.bean.external.WxCpUserTransferResultResp.STATUS;
import org.junit.jupiter.api.Test;

abstract class TransferJudge extends Judge {

    @Test
    void givesACustomerToAColleagueAfterADay() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        assertThat(transfer("zhangsan", "lisi", customer, "wmStranger").getCustomer())
                .extracting(WxCpUserTransferCustomerResp.TransferCustomer::getErrcode)
                .containsExactly(0, 40096);
        assertThat(resultOf("zhangsan", "lisi", customer)).isEqualTo(STATUS.WAITING);

        bench().later(Duration.ofHours(24).plusSeconds(1));

        assertThat(resultOf("zhangsan", "lisi", customer)).isEqualTo(STATUS.COMPLETE);
        assertThat(contacts().listExternalContacts("lisi")).contains(customer);
        assertThat(contacts().listExternalContacts("zhangsan")).doesNotContain(customer);
    }

    @Test
    void tellsOfACustomerWhoRefused() throws WxErrorException {
        var customer = bench().customerOf("zhangsan");
        transfer("zhangsan", "lisi", customer);
        bench().deeds().refusesTransfer(customer, "lisi");

        assertThat(resultOf("zhangsan", "lisi", customer)).isEqualTo(STATUS.REFUSED);
    }

    @Test
    void givesAwayWhatALeaverLeftBehind() throws WxErrorException {
        var leaver = bench().newMember();
        var customer = bench().customerOf(leaver);
        var chat = bench().chatOf(leaver, customer);
        refused(40097, () -> resigned(leaver, "lisi", customer));
        bench().leaves(leaver);

        assertThat(contacts().listUnassignedList(null, "", 1000).getUnassignInfos())
                .anySatisfy(info -> assertThat(info.getExternalUserid()).isEqualTo(customer));
        assertThat(resigned(leaver, "lisi", customer).getCustomer().getFirst().getErrcode())
                .isZero();
        bench().later(Duration.ofHours(24).plusSeconds(1));
        assertThat(contacts().resignedTransferResult(leaver, "lisi", "").getCustomer())
                .singleElement()
                .satisfies(one -> assertThat(one.getStatus()).isEqualTo(STATUS.COMPLETE));

        assertThat(contacts().transferGroupChat(new String[] {chat}, "lisi").getFailedChatList())
                .isNullOrEmpty();
        assertThat(contacts().getGroupChat(chat, 0).getGroupChat().getOwner()).isEqualTo("lisi");
    }

    @Test
    void givesAGroupToAColleague() throws WxErrorException {
        var chat = bench().chatOf("zhangsan", bench().customerOf("zhangsan"));
        var done = contacts().onjobTransferGroupChat(new String[] {chat, "wrNoSuchGroup"}, "wangwu");

        assertThat(done.getFailedChatList()).singleElement().satisfies(failed -> {
            assertThat(failed.getChatId()).isEqualTo("wrNoSuchGroup");
            assertThat(failed.getErrcode()).isEqualTo(90501);
        });
        assertThat(contacts().getGroupChat(chat, 0).getGroupChat().getOwner()).isEqualTo("wangwu");
    }

    private static STATUS resultOf(String from, String to, String customer) throws WxErrorException {
        return contacts().transferResult(from, to, "").getCustomer().stream()
                .filter(one -> customer.equals(one.getExternalUserid()))
                .findFirst()
                .orElseThrow()
                .getStatus();
    }

    private static WxCpUserTransferCustomerResp transfer(String from, String to, String... customers)
            throws WxErrorException {
        return contacts().transferCustomer(request(from, to, customers));
    }

    private static WxCpUserTransferCustomerResp resigned(String from, String to, String customer)
            throws WxErrorException {
        return contacts().resignedTransferCustomer(request(from, to, customer));
    }

    private static WxCpUserTransferCustomerReq request(String from, String to, String... customers) {
        var request = new WxCpUserTransferCustomerReq();
        request.setHandOverUserid(from);
        request.setTakeOverUserid(to);
        request.setExternalUserid(List.of(customers));
        return request;
    }
}
