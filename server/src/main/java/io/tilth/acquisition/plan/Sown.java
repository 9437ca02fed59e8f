package io.tilth.acquisition.plan;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.CodeSpec;
import io.tilth.directory.ShopId;

/**
 * A shop's code of a plan.
 *
 * @param spec what the plan last wanted of it
 * @param dropped whether the plan itself retired it
 */
record Sown(ShopId shop, ChannelCodeId code, CodeSpec spec, boolean dropped) {

    Sown wanting(CodeSpec next) {
        return new Sown(shop, code, next, dropped);
    }

    Sown dropped(boolean now) {
        return new Sown(shop, code, spec, now);
    }
}
