package io.tilth.sandbox.contact;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.Switches;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.contact.Follow.Bond;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.world.Index;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds customers and follows, for an app or for everybody. */
public final class Contacts {
    private final Platform platform;
    private final Visibility visibility;
    private final Index<Follow> followers;
    private final Index<Customer> customers;

    public Contacts(Platform platform) {
        this.platform = platform;
        this.visibility = new Visibility(platform.world());
        this.followers =
                platform.world().table(Follow.class).index(follow -> Customer.key(follow.corp(), follow.customer()));
        this.customers = platform.world()
                .table(Customer.class)
                .index(customer -> Customer.key(customer.corp(), customer.person()));
    }

    /** The person as the company knows them. */
    public Optional<Customer> customer(String corp, Person person) {
        return customers.of(Customer.key(corp, person.id())).findFirst();
    }

    public Optional<Person> person(String corp, String customer) {
        return platform.world()
                .find(Customer.class, Customer.key(corp, customer))
                .flatMap(known -> platform.world().find(Person.class, known.person()));
    }

    public Optional<Follow> follow(String corp, String user, String customer) {
        return platform.world().find(Follow.class, Follow.key(corp, user, customer));
    }

    /** The follows of a member that the API tells of, from behind the given key on. */
    public Stream<Follow> of(Member member, String behind) {
        return platform.world()
                .table(Follow.class)
                .under(member.key() + "/", behind)
                .filter(this::isListed);
    }

    public Stream<Follow> of(Member member) {
        return of(member, "");
    }

    /** Who follows the customer, from behind the given key on. */
    public Stream<Follow> followers(String corp, String customer, String behind) {
        return followers.of(Customer.key(corp, customer), behind).filter(this::isListed);
    }

    public Stream<Follow> followers(String corp, String customer) {
        return followers(corp, customer, "");
    }

    /** The followers whom the app may see. */
    public Stream<Follow> followers(App app, String customer, String behind) {
        return followers(app.corp(), customer, behind).filter(follow -> sees(app, follow));
    }

    /** The member named in the call: there, in the app's scope. */
    public Member member(Call call, String field) {
        String user = call.text(field, Code.MISSING_USER);
        return member(call.app(), user);
    }

    public Member member(App app, String user) {
        var member = platform.world()
                .find(Member.class, Member.key(app.corp(), user))
                .filter(Visibility::isHere)
                .orElseThrow(Code.BAD_USER::error);
        Code.USER_OUT_OF_SCOPE.unless(visibility.sees(app, member));
        return member;
    }

    /** The follow named in the call by {@code userid} and {@code external_userid}. */
    public Follow follow(Call call) {
        var member = member(call, "userid");
        String customer = call.text("external_userid", Code.MISSING_CUSTOMER);
        Code.BAD_CUSTOMER.unless(platform.world().table(Customer.class).has(call.key(customer)));
        return follow(call.corp().id(), member.id(), customer)
                .filter(this::isListed)
                .orElseThrow(Code.NO_RELATION::error);
    }

    public boolean sees(App app, Follow follow) {
        return platform.world()
                .find(Member.class, Member.key(follow.corp(), follow.user()))
                .filter(Visibility::isHere)
                .filter(member -> visibility.sees(app, member))
                .isPresent();
    }

    private boolean isListed(Follow follow) {
        return follow.bond() != Bond.LEFT_BY_CUSTOMER || !platform.switches().is(Switches.FORGET_DELETERS);
    }
}
