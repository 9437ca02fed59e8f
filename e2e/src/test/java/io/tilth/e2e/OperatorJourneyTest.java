package io.tilth.e2e;

import org.junit.jupiter.api.Test;

/** An operator opens a company, its administrator comes in; the operator suspends it, and its people are told why. */
class OperatorJourneyTest {

    @Test
    void aNewCompanyMovesInIsSuspendedAndComesBack() {
        try (var desk = Browsing.desk("operator");
                var theirs = Browsing.desk("new-company")) {
            var operator = new Person(desk);
            operator.signsInAs("operator").isAt("/operator/tenants").sees("禾木里全屋定制");
            desk.picture("tenants");

            var link = opensACompany(operator, desk);

            var administrator = new Person(theirs);
            administrator.opens(link).sees("加入晚风书店");
            administrator
                    .fills("登录名", "xuzhiyuan")
                    .fills("设置密码", "wan feng chui guo shu jia")
                    .presses("加入");
            administrator.isAt("/console").sees("许知远");
            theirs.picture("first-run");

            operator.opens("/operator/tenants?q=晚风").sees("晚风书店");
            desk.page().getByText("晚风书店").first().click();
            operator.button("停用").waitFor();
            desk.picture("panel");
            operator.presses("停用");
            operator.fills("停用原因（对方会看到）", "合同到期未续费");
            operator.pressesInDialog("停用").sees("已停用");
            administrator.opens("/console").sees("合同到期未续费");
            theirs.picture("suspended");

            operator.presses("恢复使用").pressesInDialog("恢复");
            operator.sees("已恢复");
            administrator.opens("/console").isAt("/console").sees("许知远");

            desk.hasNoComplaints();
            theirs.hasNoComplaints();
        }
    }

    /** Gives the one-time link for the company's first administrator. */
    private static String opensACompany(Person operator, Browsing desk) {
        operator.opens("/operator/tenants/new").fills("名称", "晚风书店").chooses("行业", "零售");
        operator.presses("开通租户").sees("已开通");
        operator.fills("管理员姓名", "许知远").presses("生成链接");
        var link = operator.linkFor("给许知远的管理员链接");
        desk.picture("opened");
        return link;
    }
}
