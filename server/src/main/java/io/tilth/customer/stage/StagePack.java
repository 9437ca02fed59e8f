package io.tilth.customer.stage;

import java.util.List;

/** The stages that companies of a trade begin with. */
enum StagePack {
    SHOP("新添加", "有互动", "有意向", "已到店", "已成交", "已复购", "沉睡"),
    HIGH_TICKET("新添加", "有意向", "已预约", "已到店/量尺", "已报价", "已成交", "已交付"),
    BUSINESS("线索", "已沟通", "有需求", "方案演示", "报价谈判", "已签约", "续费");

    private final List<String> names;

    StagePack(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }

    /** @param trade as the register of tenants calls it */
    static StagePack of(String trade) {
        return switch (trade) {
            case "HOME", "MEDICAL_BEAUTY", "PROPERTY", "EDUCATION" -> HIGH_TICKET;
            case "B2B_SAAS", "SAAS" -> BUSINESS;
            default -> SHOP;
        };
    }
}
