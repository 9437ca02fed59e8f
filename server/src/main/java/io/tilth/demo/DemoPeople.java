package io.tilth.demo;

import java.util.List;
import java.util.stream.Stream;

/**
 * The cast: who they are, what they sign in with, and what they may do.
 *
 * @param user how WeCom calls them; empty for who is not in the company's WeCom
 */
record DemoPeople(String login, String name, String role, String what, String user) {

    /** Known to everybody who can read this, which is why production refuses the demo. */
    static final String PASSWORD = "tilth-demo-2026";

    static final DemoPeople OPERATOR = new DemoPeople("operator", "程远", "OPERATOR", "平台运营", "");

    static final DemoPeople BOSS = new DemoPeople("boss", "郑总", "ADMIN", "老板，管理员", "zhengzong");

    static final List<DemoPeople> HOUSE = List.of(OPERATOR, new DemoPeople("care", "苏晴", "CARE", "平台客服", ""));

    static final List<DemoPeople> COMPANY = List.of(
            BOSS,
            new DemoPeople("shen", "沈知夏", "OPERATIONS", "总部市场", "shenzhixia"),
            new DemoPeople("gumin", "顾敏", "SHOP_MANAGER", "滨江店长", "gumin"),
            new DemoPeople("lin", "林晓", "GUIDE", "家居顾问", "linxiao"),
            new DemoPeople("chen", "陈燕", "GUIDE", "家居顾问", "chenyan"),
            new DemoPeople("hechuan", "何川", "GUIDE", "网销", "hechuan"),
            new DemoPeople("xuan", "许安", "SERVICE", "客服", "xuan"));

    static final DemoPeople SOFTWARE_ADMIN = new DemoPeople("zhouhang", "周航", "ADMIN", "云栈软件管理员", "");

    static List<DemoPeople> everybody() {
        return Stream.of(HOUSE, COMPANY, List.of(SOFTWARE_ADMIN))
                .flatMap(List::stream)
                .toList();
    }
}
