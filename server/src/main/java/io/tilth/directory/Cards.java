package io.tilth.directory;

import java.util.Optional;

/** What customers may see of a member: the card at the foot of what they read. */
public interface Cards {

    Optional<Card> of(MemberId member);

    /**
     * @param phone the number the member gives to customers
     * @param here whether they still work here
     * @param shop where they work; its manager may stand in for who has left
     */
    record Card(
            MemberId member,
            String name,
            String position,
            Optional<String> phone,
            boolean here,
            Optional<ShopCard> shop) {}

    record ShopCard(ShopId id, String name, String address, Optional<MemberId> manager) {}
}
