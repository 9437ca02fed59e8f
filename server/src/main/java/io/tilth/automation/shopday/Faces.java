package io.tilth.automation.shopday;

import io.tilth.automation.Colleagues.Colleague;
import io.tilth.automation.shopday.ShopDay.NewFriend;
import io.tilth.automation.shopday.ShopDay.ShopAlert;
import io.tilth.automation.shopday.ShopDay.ShopCustomer;
import io.tilth.automation.shopday.ShopDay.WaitingMaterial;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows.Begun;
import io.tilth.customer.Follows.Friendship;
import io.tilth.customer.Prospects.Prospect;
import io.tilth.customer.Scores.Score;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members.Member;
import io.tilth.tracking.Alerts.Told;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is meant by the ids of a day, looked up once for all of it. */
record Faces(
        Map<CustomerId, String> names,
        Map<CustomerId, String> avatars,
        Map<CustomerId, Score> scores,
        Map<MemberId, Member> members,
        Map<CustomerId, List<Friendship>> friends) {

    static ShopCustomer customer(Prospect one) {
        return new ShopCustomer(
                one.customer(),
                one.remark().isEmpty() ? one.name() : one.remark(),
                one.avatar().orElse(null),
                one.score(),
                one.grade());
    }

    NewFriend friend(Begun one) {
        return new NewFriend(
                customer(one.customer(), one.member()),
                colleague(one.member()),
                one.at(),
                one.contactedAt().orElse(null));
    }

    ShopAlert alert(Told one) {
        return new ShopAlert(
                one.id(),
                customer(one.customer(), one.member()),
                colleague(one.member()),
                one.immediate(),
                one.certainty(),
                new WaitingMaterial(one.material(), one.title(), one.priced()),
                one.deed(),
                one.seconds(),
                one.page().orElse(null),
                one.visits(),
                friends.getOrDefault(one.customer(), List.of()).stream().noneMatch(Friendship::active),
                one.at());
    }

    String name(MemberId member) {
        return Optional.ofNullable(members.get(member)).map(Member::name).orElse("");
    }

    private Colleague colleague(MemberId member) {
        return new Colleague(member, name(member));
    }

    private ShopCustomer customer(CustomerId id, MemberId member) {
        var score = scores.getOrDefault(id, Score.NONE);
        var called = friends.getOrDefault(id, List.of()).stream()
                .filter(friend -> friend.member().equals(member))
                .map(Friendship::remark)
                .filter(remark -> !remark.isEmpty())
                .findFirst()
                .orElse(names.getOrDefault(id, ""));
        return new ShopCustomer(id, called, avatars.get(id), score.value(), score.grade());
    }
}
