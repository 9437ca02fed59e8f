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

    FootCard of(MemberId sender, Optional<CustomerId> meant, ReachSetting setting, String company) {
        var card = cards.of(sender);
        return card.filter(Card::here)
                .or(() -> heirs.of(sender, meant).flatMap(cards::of).filter(Card::here))
                .map(member -> ofMember(member, setting, company))
                .or(() -> card.flatMap(left -> ofShop(left, setting)))
                .orElseGet(() -> new FootCard(company, "", "", phone(setting), Optional.empty()));
    }

    private static FootCard ofMember(Card card, ReachSetting setting, String company) {
        return new FootCard(
                card.name(),
                card.shop().map(Cards.ShopCard::name).orElse(company),
                card.shop().map(Cards.ShopCard::address).orElse(""),
                card.phone().or(() -> phone(setting)),
                Optional.empty());
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
