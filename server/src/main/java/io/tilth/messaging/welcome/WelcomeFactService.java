package io.tilth.messaging.welcome;

import io.tilth.customer.Customers;
import io.tilth.customer.Follows;
import io.tilth.directory.Members;
import io.tilth.directory.Shops;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class WelcomeFactService {

    private final Follows follows;
    private final Customers customers;
    private final Members members;
    private final Shops shops;
    private final Companies companies;

    WelcomeFactService(Follows follows, Customers customers, Members members, Shops shops, Companies companies) {
        this.follows = follows;
        this.customers = customers;
        this.members = members;
        this.shops = shops;
        this.companies = companies;
    }

    WelcomeFacts of(Welcome welcome) {
        var follow = follows.find(welcome.follow()).orElseThrow();
        var name = Optional.ofNullable(
                        customers.names(List.of(welcome.customer())).get(welcome.customer()))
                .filter(known -> !known.isBlank());
        var shop = shops.of(welcome.member());
        var place = shop.map(Shops.Place::name)
                .or(() -> companies.find(welcome.company()).map(Company::name))
                .orElse("");
        return new WelcomeFacts(
                name,
                follow.externalUserId(),
                members.find(welcome.member()).orElseThrow().name(),
                place,
                shop.flatMap(Shops.Place::phone));
    }
}
