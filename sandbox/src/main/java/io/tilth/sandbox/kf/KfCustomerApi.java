package io.tilth.sandbox.kf;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.world.Index;
import java.util.ArrayList;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/kf/customer/batchget}: who they are that have written. */
public final class KfCustomerApi implements Area {
    private static final int AT_ONCE = 100;

    private final Platform platform;
    private final Index<KfSession> sessions;

    public KfCustomerApi(Platform platform) {
        this.platform = platform;
        this.sessions = platform.world().table(KfSession.class).index(session -> session.corp() + session.customer());
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/kf/customer/batchget", this::get);
    }

    private Answer get(Call call) {
        var ids = call.texts("external_userid_list");
        Code.TOO_MANY.unless(ids.size() <= AT_ONCE);
        String corp = call.corp().id();
        var known = new ArrayList<ObjectNode>();
        var invalid = new ArrayList<String>();
        for (String id : ids) {
            platform.contacts()
                    .person(corp, id)
                    .filter(person -> sessions.of(corp + id).findAny().isPresent())
                    .ifPresentOrElse(person -> known.add(json(call, id, person)), () -> invalid.add(id));
        }
        return Answer.of("customer_list", known, "invalid_external_userid", invalid);
    }

    private ObjectNode json(Call call, String id, Person person) {
        return Json.object(
                "external_userid",
                id,
                "nickname",
                person.name(),
                "avatar",
                platform.url() + "/avatar/person/" + person.id(),
                "gender",
                person.gender(),
                "unionid",
                call.corp().developerBound() ? person.unionid() : null);
    }
}
