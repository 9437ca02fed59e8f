package io.tilth.tracking.reach;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Heirs;
import io.tilth.directory.Cards;
import io.tilth.directory.Cards.Card;
import io.tilth.directory.MemberId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds who stands on a page. Whoever has left is never on it: their heir is, else their shop, else the company. */
@Service
@Transactional(readOnly = true)
class FootCardService {

    private final Cards cards;
    private final Heirs heirs;

    FootCardService(Cards cards, Heirs heirs) {
        this.cards = cards;
        this.heirs = heirs;
    }

    /** @param find path of the picture that finds the member */
    FootCard of(MemberId sender, Optional<CustomerId> meant, ReachSetting setting, String company, String find) {
        return present(sender, meant)
                .map(member -> ofMember(member, setting, company, find))
                .or(() -> cards.of(sender).flatMap(left -> ofShop(left, setting)))
                .orElseGet(() -> new FootCard(company, "", "", phone(setting), Optional.empty()));
    }

    /** The member who stands on the page; empty when nobody took the place of one who left. */
    Optional<MemberId> member(MemberId sender, Optional<CustomerId> meant) {
        return present(sender, meant).map(Card::member);
    }

    private Optional<Card> present(MemberId sender, Optional<CustomerId> meant) {
        return cards.of(sender)
                .filter(Card::here)
                .or(() -> heirs.of(sender, meant).flatMap(cards::of).filter(Card::here));
    }

    private static FootCard ofMember(Card card, ReachSetting setting, String company, String find) {
        return new FootCard(
                card.name(),
                card.shop().map(Cards.ShopCard::name).orElse(company),
                card.shop().map(Cards.ShopCard::address).orElse(""),
                card.phone().or(() -> phone(setting)),
                Optional.of(find));
    }

    private Optional<FootCard> ofShop(Card left, ReachSetting setting) {
        return left.shop()
                .map(shop -> new FootCard(
                        shop.name(),
                        "",
                        shop.address(),
                        shop.manager()
                                .flatMap(cards::of)
                                .filter(Card::here)
                                .flatMap(Card::phone)
                                .or(() -> phone(setting)),
                        Optional.empty()));
    }

    private static Optional<String> phone(ReachSetting setting) {
        return Optional.of(setting.phone()).filter(phone -> !phone.isEmpty());
    }
}
