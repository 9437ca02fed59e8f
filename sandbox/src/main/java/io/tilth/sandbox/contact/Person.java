package io.tilth.sandbox.contact;

import io.tilth.sandbox.world.Thing;

/**
 * Somebody with WeChat, or, with a company's name, somebody who uses another company's WeCom.
 *
 * @param id 22 letters; the same in every company
 * @param gender 0 unknown, 1 man, 2 woman
 * @param company where they work, if they come from another company's WeCom; else empty
 */
public record Person(String id, String name, int gender, String company, String position) implements Thing {

    public static Person wechat(String id, String name, int gender) {
        return new Person(id, name, gender, "", "");
    }

    @Override
    public String key() {
        return id;
    }

    public boolean usesWeCom() {
        return !company.isEmpty();
    }

    /** The same for all accounts of one developer. */
    public String unionid() {
        return "ozynqs" + id;
    }

    /** Another one for each account ({@code appid}), as WeChat has it. */
    public String openid(String account) {
        String mark = Integer.toString(account.hashCode() & 0x7fffffff, 36);
        return "o" + (mark + "00000").substring(0, 5) + id;
    }

    /** The person behind an openid or a unionid. */
    public static String idIn(String openidOrUnionid) {
        return openidOrUnionid.length() <= 6 ? "" : openidOrUnionid.substring(6);
    }
}
