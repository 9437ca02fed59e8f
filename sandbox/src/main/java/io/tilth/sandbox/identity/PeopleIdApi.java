package io.tilth.sandbox.identity;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.provider.Disguise;
import io.tilth.sandbox.world.Change;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Customers under other ids: by UnionID, for a provider, before they are customers. */
public final class PeopleIdApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final String CONVERT = "/cgi-bin/idconvert/";
    private static final int AT_ONCE = 1000;
    private static final int PENDING_AT_ONCE = 100;

    private final Platform platform;

    public PeopleIdApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read(PATH + "unionid_to_external_userid", this::byUnionid)
                .write(CONVERT + "unionid_to_external_userid", this::byUnionidOrPending)
                .read(CONVERT + "batch/external_userid_to_pending_id", this::pending)
                .read(PATH + "convert_to_openid", this::openid)
                .read(PATH + "to_service_external_userid", this::toService)
                .read(PATH + "from_service_external_userid", this::fromService)
                .read(PATH + "get_new_external_userid", this::renewed);
    }

    private Answer byUnionid(Call call) {
        return Answer.of("external_userid", customer(call, person(call)).orElseThrow(Code.NO_RELATION::error));
    }

    private Answer byUnionidOrPending(Call call, Change change) {
        var person = person(call);
        boolean asProvider = call.integer("subject_type", 0) == 1;
        var customer = customer(call, person);
        if (customer.isPresent()) {
            String id = asProvider ? provider(call).customer(customer.get()) : customer.get();
            return Answer.of("external_userid", id);
        }
        var now = platform.clock().instant();
        var pending = change.find(Pending.class, call.key(person.id()))
                .filter(found -> found.lives(now))
                .orElseGet(() -> new Pending(
                        call.corp().id(), person.id(), platform.ids().id("p"), now));
        change.put(pending);
        return Answer.of("pending_id", pending.id());
    }

    /** Who had been waiting under which id before becoming a customer. */
    private Answer pending(Call call) {
        var ids = call.texts("external_userid");
        Code.TOO_MANY.unless(ids.size() <= PENDING_AT_ONCE);
        var result = new ArrayList<ObjectNode>();
        for (String id : ids) {
            platform.world()
                    .find(Customer.class, call.key(id))
                    .flatMap(customer -> platform.world().find(Pending.class, call.key(customer.person())))
                    .filter(pending -> pending.lives(platform.clock().instant()))
                    .ifPresent(pending -> result.add(Json.object("external_userid", id, "pending_id", pending.id())));
        }
        return Answer.of("result", result);
    }

    private Answer openid(Call call) {
        var customer = known(call, call.text("external_userid"));
        Code.BAD_CUSTOMER.unless(!customer.id().startsWith("wo"));
        return Answer.of(
                "openid",
                Person.wechat(customer.person(), "", 0).openid(call.corp().id()));
    }

    private Answer toService(Call call) {
        return Answer.of(
                "external_userid",
                provider(call)
                        .customer(known(call, call.text("external_userid")).id()));
    }

    private Answer fromService(Call call) {
        var customer =
                provider(call).customerBehind(call.text("external_userid")).orElseThrow(Code.BAD_CUSTOMER::error);
        return Answer.of("external_userid", customer.id());
    }

    private Answer renewed(Call call) {
        var ids = call.texts("external_userid_list");
        Code.TOO_MANY.unless(ids.size() <= AT_ONCE);
        var provider = provider(call);
        return Answer.of(
                "items",
                ids.stream()
                        .filter(id -> platform.world().table(Customer.class).has(call.key(id)))
                        .map(id -> Json.object("external_userid", id, "new_external_userid", provider.customer(id))));
    }

    private Person person(Call call) {
        String unionid = call.text("unionid", Code.EMPTY_PARAMETER);
        String openid = call.text("openid", Code.EMPTY_PARAMETER);
        Code.BAD_PARAMETER.unless(Objects.equals(Person.idIn(unionid), Person.idIn(openid)));
        String id = Person.idIn(unionid);
        return platform.world().find(Person.class, id).orElse(Person.wechat(id, "", 0));
    }

    /** The customer's id, if somebody whom the app sees follows them. */
    private Optional<String> customer(Call call, Person person) {
        return platform.contacts()
                .customer(call.corp().id(), person)
                .map(Customer::id)
                .filter(id -> platform.contacts()
                        .followers(call.app(), id, "")
                        .findAny()
                        .isPresent());
    }

    private Customer known(Call call, String id) {
        return platform.world().find(Customer.class, call.key(id)).orElseThrow(Code.BAD_CUSTOMER::error);
    }

    private Disguise provider(Call call) {
        return Providers.of(platform.world(), call.app());
    }
}
