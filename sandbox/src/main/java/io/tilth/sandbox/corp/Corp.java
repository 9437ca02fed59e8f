package io.tilth.sandbox.corp;

import io.tilth.sandbox.world.Thing;

/**
 * A company (企业).
 *
 * @param developerBound it has bound a WeChat developer id under 客户联系, so that customers come with a unionid
 * @param massSendRule how often a customer may get a mass message: MONTH_DAYS, WEEK_7 or DAY_1
 */
public record Corp(String id, String name, String fullName, boolean developerBound, String massSendRule)
        implements Thing {

    public static Corp of(String id, String name) {
        return new Corp(id, name, name, true, "MONTH_DAYS");
    }

    public Corp boundToDeveloper(boolean bound) {
        return new Corp(id, name, fullName, bound, massSendRule);
    }

    public Corp withMassSendRule(String rule) {
        return new Corp(id, name, fullName, developerBound, rule);
    }

    @Override
    public String key() {
        return id;
    }
}
