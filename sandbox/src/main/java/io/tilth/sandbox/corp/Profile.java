package io.tilth.sandbox.corp;

import io.tilth.sandbox.api.Json;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What somebody shows to people of other companies (对外资料): a word, a page, a mini-program. */
public final class Profile {
    private static final String PAGE = "https://work.weixin.qq.com";

    private Profile() {}

    /** Of somebody of another company. */
    public static ObjectNode ofOutsider() {
        return Json.object("external_attr", attributes());
    }

    /** Of a member of one's own. */
    static ObjectNode ofMember(String company) {
        return Json.object(
                "external_corp_name", company,
                "wechat_channels", Json.object("nickname", company, "status", 1),
                "external_attr", attributes());
    }

    /** Further fields that the company keeps of its members. */
    static ArrayNode further() {
        return Json.array(List.of(
                attribute(0, "爱好", "text", Json.object("value", "旅游")),
                attribute(1, "主页", "web", Json.object("url", PAGE, "title", "企业微信")))
                .stream());
    }

    private static ArrayNode attributes() {
        var mini = Json.object("appid", "wx8bd80126147df384", "pagepath", "/index", "title", "预约量尺");
        return Json.array(List.of(
                attribute(0, "擅长", "text", Json.object("value", "收纳")),
                attribute(1, "官网", "web", Json.object("url", PAGE, "title", "官网")),
                attribute(2, "小程序", "miniprogram", mini))
                .stream());
    }

    private static ObjectNode attribute(int type, String name, String kind, ObjectNode value) {
        return Json.object("type", type, "name", name, kind, value);
    }
}
