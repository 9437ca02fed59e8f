package io.tilth.customer.desk;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Follows.Friendship;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.MemberCompanies;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows customers as WeCom calls them in chats. */
@Service
@Transactional(readOnly = true)
class ChatService {

    private final CustomerDeskService desk;
    private final FollowerRepository followers;
    private final MemberCompanies own;
    private final Companies companies;

    ChatService(CustomerDeskService desk, FollowerRepository followers, MemberCompanies own, Companies companies) {
        this.desk = desk;
        this.followers = followers;
        this.own = own;
        this.companies = companies;
    }

    /** Only who is friends with them can talk to them. */
    String externalId(CustomerId id) {
        var seen = desk.get(id).id();
        var mine = Caller.current().members();
        return followers.friendships(List.of(seen)).getOrDefault(seen, List.of()).stream()
                .filter(friendship ->
                        friendship.active() && mine.contains(friendship.member().value()))
                .findFirst()
                .map(Friendship::externalUserId)
                .orElseThrow(() -> Refusal.conflict("not-your-friend"));
    }

    ListedCustomer beside(String externalUserId) {
        return theirs().flatMap(company -> followers.byExternal(company, List.of(externalUserId)).values().stream())
                .findFirst()
                .map(desk::get)
                .orElseThrow(() -> Refusal.notFound("customer-not-found"));
    }

    /** An id means something in its company alone; whoever is no member looks through all that are connected. */
    private Stream<CompanyId> theirs() {
        var some = own.ofCaller();
        return some.isEmpty() ? companies.connected().stream().map(Company::id) : some.stream();
    }
}
