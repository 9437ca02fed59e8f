package io.tilth.customer.follow;

import io.tilth.wecom.WecomCustomers.Batch;
import io.tilth.wecom.WecomCustomers.Contact;
import io.tilth.wecom.WecomCustomers.Entry;
import io.tilth.wecom.WecomCustomers.Follow;
import io.tilth.wecom.WecomCustomers.Profile;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What WeCom answered about a customer.
 *
 * @param contact empty when nobody follows them
 * @param news how many there were when we asked for the whole profile; empty for a part, such as a page of a sync has it
 */
record Seen(String externalUserId, Optional<Contact> contact, List<Follow> follows, Optional<Integer> news) {

    static Seen whole(String externalUserId, int news, Optional<Profile> profile) {
        return new Seen(
                externalUserId,
                profile.map(Profile::contact),
                profile.map(Profile::follows).orElse(List.of()),
                Optional.of(news));
    }

    /** A page may name one customer several times, once for each member. */
    static List<Seen> parts(Batch batch) {
        return batch.entries().stream()
                .collect(Collectors.groupingBy(entry -> entry.contact().externalUserId()))
                .values()
                .stream()
                .map(entries -> new Seen(
                        entries.getFirst().contact().externalUserId(),
                        Optional.of(entries.getFirst().contact()),
                        entries.stream().map(Entry::follow).toList(),
                        Optional.empty()))
                .toList();
    }
}
