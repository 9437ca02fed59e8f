package io.tilth.sandbox.oauth;

import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Corp;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.provider.Suite;
import io.tilth.sandbox.web.Addresses;
import io.tilth.sandbox.world.World;
import java.util.List;
import java.util.Optional;

/** Who may ask for an authorisation: a company, a provider's suite, a service account. */
final class Targets {
    private final World world;

    Targets(World world) {
        this.world = world;
    }

    Optional<Target> find(String appid) {
        return world.find(Corp.class, appid)
                .map(this::company)
                .or(() -> world.find(Suite.class, appid).map(this::suite))
                .or(() -> world.find(WechatAccount.class, appid)
                        .map(account -> new Target(account.name(), true, List.of(account.domain()), List.of())));
    }

    private Target company(Corp corp) {
        var domains = world.table(App.class)
                .under(corp.id() + "/")
                .map(App::trustedDomain)
                .toList();
        return new Target(corp.name(), false, domains, members(corp.id() + "/"));
    }

    private Target suite(Suite suite) {
        return new Target(suite.name(), false, List.of(suite.domain()), members(""));
    }

    private List<Member> members(String prefix) {
        return world.table(Member.class)
                .under(prefix)
                .filter(Visibility::isHere)
                .toList();
    }

    /**
     * One of them.
     *
     * @param asksOnOpening a consent asked for on opening yields the snapshot page, as with service accounts
     * @param domains where it may lead back to
     * @param members of whom one may hold the phone
     */
    record Target(String name, boolean asksOnOpening, List<String> domains, List<Member> members) {

        boolean allows(String back) {
            return domains.stream().anyMatch(domain -> Addresses.isOn(back, domain));
        }
    }
}
