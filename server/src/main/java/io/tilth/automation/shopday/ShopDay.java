package io.tilth.automation.shopday;

import io.tilth.automation.Colleagues.Colleague;
import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Grade;
import io.tilth.directory.ShopId;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a shop's day goes, 门店.
 *
 * @param shop null for a company without shops: then it is about everybody in sight
 * @param shops among which the caller may choose
 * @param newFriendCount of today; {@code newFriends} are the newest of them
 * @param unhandledAlerts that have waited for half an hour
 * @param missedAlerts of the last days, which nobody answered in time
 * @param untouchedHot of high intent, and nobody has turned to them since they last did something
 */
record ShopDay(
        @Nullable ShopOfDay shop,
        List<ShopOfDay> shops,
        int newFriendCount,
        List<NewFriend> newFriends,
        List<ShopAlert> unhandledAlerts,
        List<ShopAlert> missedAlerts,
        List<HotCustomer> untouchedHot,
        List<GuideOfDay> guides) {

    record ShopOfDay(ShopId id, String name) {}

    /** @param answeredAt when the member first answered, as far as Tilth knows */
    record NewFriend(
            ShopCustomer customer,
            Colleague member,
            Instant at,
            @Nullable Instant answeredAt) {}

    /** @param name as the member calls them, else as WeChat does */
    record ShopCustomer(
            CustomerId id, String name, @Nullable String avatar, int score, Grade grade) {}

    /** @param lost whether the customer is nobody's friend any more */
    record ShopAlert(
            AlertId id,
            ShopCustomer customer,
            Colleague member,
            boolean immediate,
            Certainty certainty,
            WaitingMaterial material,
            Deed deed,
            int seconds,
            @Nullable Integer page,
            int visits,
            boolean lost,
            Instant at) {}

    record WaitingMaterial(MaterialId id, String title, boolean priced) {}

    /** @param friends who could turn to them, the latest contact first */
    record HotCustomer(ShopCustomer customer, Instant at, List<Colleague> friends) {}

    record GuideOfDay(Colleague member, int done, int open, boolean resting) {}
}
