package io.tilth.customer.follow;

import static java.util.Objects.requireNonNull;

import io.tilth.directory.MemberSignIns;
import io.tilth.directory.Members;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomCustomers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The pages that members have open: a customer who came without a name gets it under their eyes. */
@Component
class OpenPages {

    private final Members members;
    private final MemberSignIns signIns;
    private final Live live;

    OpenPages(Members members, MemberSignIns signIns, Live live) {
        this.members = members;
        this.signIns = signIns;
        this.live = live;
    }

    /** Moves them for whoever was asked for by name; a page of a sync has too many to be news. */
    void introduce(CompanyId company, List<Seen> answers, Map<String, Identity> identities) {
        var news = answers.stream().filter(seen -> seen.news().isPresent()).toList();
        if (news.isEmpty()) {
            return;
        }
        var users = members.ofUsers(
                company, news.stream().flatMap(OpenPages::followers).collect(Collectors.toSet()));
        var accounts = signIns.accounts(users.values());
        for (var seen : news) {
            var customer = requireNonNull(identities.get(seen.externalUserId())).customer();
            followers(seen)
                    .map(users::get)
                    .filter(accounts::containsKey)
                    .map(accounts::get)
                    .forEach(account -> live.push(
                            Recipient.account(account.id()),
                            "customer",
                            customer.value().toString()));
        }
    }

    private static Stream<String> followers(Seen seen) {
        return seen.follows().stream().map(WecomCustomers.Follow::userId);
    }
}
