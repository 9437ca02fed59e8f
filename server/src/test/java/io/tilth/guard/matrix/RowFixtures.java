package io.tilth.guard.matrix;

import static java.util.Map.entry;

import java.util.Map;

/** Values for columns that cannot be made up from their types and checks: table, column, SQL literal. */
final class RowFixtures {

    private static final String GUIDE = "'00000000-0000-0000-0000-000000000004'::uuid";

    private static final String WELCOME = """
            '{"on": true, "day": "您好", "night": "", "materials": [], "attachments": []}'""";
    private static final String TEMPLATE = """
            '{"name": "台卡", "scope": "ALL", "cities": [], "shops": [], "pattern": "{门店}",
              "channelId": "00000000-0000-0000-0000-000000000001", "byCity": false, "managerSpares": true, "spares": [],
              "byRest": false, "balanced": false, "skipVerify": true, "exclusive": false, "tags": [], "remark": "",
              "welcome": {"on": true, "day": "您好", "night": "", "materials": [], "pieces": []}}'""";
    private static final String ALERTS = """
            '{"onContact": true, "onPhone": true, "onPriced": true, "pricedAgainDays": 3, "againDays": 14,
              "readSeconds": 10, "mergeMinutes": 10, "mergeMost": 30, "perHour": 6, "perDay": 30,
              "digests": ["11:30"], "digestTop": 5, "workFrom": "09:00", "workTo": "21:00", "spareAfter": 15,
              "managerAfter": 30, "firstReplyAfter": 5}'""";

    /** An export or a document that waits would be taken up by a running server, and one with bytes sent; a role must exist. */
    static final Map<String, Map<String, String>> VALUES = Map.ofEntries(
            entry("tenancy.export", Map.of("state", "'READY'", "bytes", "0")),
            entry("access.account", Map.of("role_id", GUIDE)),
            entry("access.link", Map.of("role_id", GUIDE)),
            entry("access.role_rule", Map.of("role_id", GUIDE)),
            entry("wecom.connect_step", Map.of("key", "'SIDEBAR'")),
            entry("content.document", Map.of("state", "'READY'")),
            entry("community.group_chat", Map.of("next_at", "null")),
            entry("automation.first_reply", Map.of("step", "1")),
            entry("customer.inheritance", Map.of("state", "'DONE'")),
            entry("customer.inheritance_item", Map.of("group_id", "null")),
            entry("acquisition.channel_code", Map.of("daily_cap", "5", "welcome", WELCOME)),
            entry("acquisition.default_welcome", Map.of("welcome", WELCOME)),
            entry("acquisition.plan", Map.of("template", TEMPLATE)),
            entry("acquisition.plan_run", Map.of("state", "'DONE'")),
            entry("acquisition.print_pack", Map.of("state", "'FAILED'")),
            entry("content.material", Map.of("findings", "'[]'", "draft", "1", "published", "1")),
            entry("content.material_version", Map.of("number", "1")),
            entry("tracking.alert_setting", Map.of("setting", ALERTS)),
            entry(
                    "customer.score_setting",
                    Map.of(
                            "half_life", "14",
                            "daily_cap", "40",
                            "repeat_hours", "12",
                            "high", "50",
                            "middle", "25",
                            "low", "8")),
            entry("customer.score_signal", Map.of("factor", "0.5")),
            entry("directory.shift", Map.of("weekday", "3", "starts", "'09:00'::time", "ends", "'18:00'::time")),
            entry("tracking.alert", Map.of("percent", "50", "step", "1", "cause", "'PRICED'", "deed", "'READ'")),
            entry("tracking.visit", Map.of("percent", "50", "certainty", "'SELF'")));

    private RowFixtures() {}
}
