package io.tilth.acquisition.guide;

import io.tilth.directory.MemberId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.ContactWays.Way;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One member's own code under a channel code.
 *
 * @param key with the channel code's state before it, names both to whoever hears of a scan
 * @param configId empty while WeCom has none
 * @param live what WeCom was last told
 */
record GuideWay(MemberId member, String key, Optional<String> configId, String live) {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int KEY = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static GuideWay next(MemberId member) {
        var key = RANDOM.ints(KEY, 0, LETTERS.length())
                .mapToObj(at -> LETTERS.substring(at, at + 1))
                .collect(Collectors.joining());
        return new GuideWay(member, key, Optional.empty(), "");
    }

    /** What is still to be said to WeCom of one of them. */
    record Order(CompanyId company, GuideWay way, Way wanted) {}
}
