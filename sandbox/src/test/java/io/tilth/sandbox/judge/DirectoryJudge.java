package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.WxCpDepart;
import me.chanjar.weixin.cp.bean.WxCpUser;
import org.junit.jupiter.api.Test;

abstract class DirectoryJudge extends Judge {

    @Test
    void givesATokenAndNamesItsAddresses() throws WxErrorException {
        assertThat(cp().getAccessToken(true)).isNotBlank();
        assertThat(cp().getCallbackIp()).isNotEmpty();
        assertThat(cp().getApiDomainIp()).isNotEmpty();
        assertThat(cp().getAgentService().get(bench().agentId()).getName()).isNotBlank();
        assertThat(cp().getAgentService().list()).isNotEmpty();
    }

    @Test
    void refusesAnotherSecret() {
        refused(40001, () -> bench().clients().cpWithSecret("wrong", 1).getAccessToken(true));
    }

    @Test
    void listsDepartmentsAndMembers() throws WxErrorException {
        assertThat(cp().getDepartmentService().list(null)).isNotEmpty();
        assertThat(cp().getDepartmentService().simpleList(1L)).isNotEmpty();
        assertThat(cp().getDepartmentService().get(1L).getId()).isEqualTo(1L);
        assertThat(cp().getUserService().listByDepartment(1L, true, 0)).isNotEmpty();
        assertThat(cp().getUserService().listSimpleByDepartment(1L, true, 0)).isNotEmpty();
        assertThat(cp().getUserService().getById("zhangsan").getName()).isEqualTo("张三");
    }

    @Test
    void changesTheDirectoryWithItsOwnSecret() throws WxErrorException {
        var contacts = bench().directorySecret();
        var shop = new WxCpDepart();
        shop.setName("滨江店" + System.nanoTime());
        shop.setParentId(1L);
        shop.setId(contacts.getDepartmentService().create(shop));
        shop.setName(shop.getName() + "二");
        contacts.getDepartmentService().update(shop);

        var user = new WxCpUser();
        user.setUserId("new" + System.nanoTime());
        user.setName("新人");
        user.setDepartIds(new Long[] {shop.getId()});
        user.setMobile("138" + String.valueOf(System.nanoTime()).substring(0, 8));
        contacts.getUserService().create(user);
        user.setPosition("顾问");
        contacts.getUserService().update(user);
        assertThat(contacts.getUserService().getUserListId("", 10000).getDeptUser())
                .anySatisfy(row -> assertThat(row.getUserId()).isEqualTo(user.getUserId()));
        assertThat(cp().getUserService().getUserId(user.getMobile())).isEqualTo(user.getUserId());

        assertThat(cp().getUserService().getUserIdByEmail("zhangsan@example.com", 2))
                .isEqualTo("zhangsan");

        contacts.getUserService().delete(user.getUserId());
        refused(60111, () -> contacts.getUserService().getById(user.getUserId()));
        contacts.getDepartmentService().delete(shop.getId());
    }
}
