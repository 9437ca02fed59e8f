package io.tilth.tracking.share;

import io.tilth.content.MaterialId;
import io.tilth.customer.CustomerId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Refusal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What a member got ready for a customer outside of the chat, 待发送: the sidebar offers it first. */
record Parked(UUID id, CustomerId customer, MemberId member, Word word, Instant at) {

    /** @param alert after which it was got ready; sending it answers that alert */
    record Word(String sentence, Optional<MaterialId> material, Optional<UUID> alert) {

        private static final int LONGEST = 1_000;

        Word {
            sentence = sentence.strip();
            Refusal.unless(sentence.length() <= LONGEST, "parked-sentence-too-long");
            Refusal.unless(!sentence.isEmpty() || material.isPresent(), "parked-empty");
        }
    }
}
