package io.tilth.directory.card;

import io.tilth.directory.Cards;
import io.tilth.directory.MemberId;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class CardService implements Cards {

    private final CardRepository cards;

    CardService(CardRepository cards) {
        this.cards = cards;
    }

    @Override
    public Optional<Card> of(MemberId member) {
        return cards.find(member);
    }
}
