package io.tilth.sandbox.acquisition;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** {@code customer_acquisition/..link}: an app sees and changes only the links that it made. */
public final class LinkApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/customer_acquisition/";
    private static final int MOST_USERS = 500;
    private static final int LONGEST_NAME = 30;

    private final Platform platform;

    public LinkApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read(PATH + "list_link", this::list)
                .read(PATH + "get", this::get)
                .write(PATH + "create_link", this::create)
                .write(PATH + "update_link", this::update)
                .write(PATH + "delete_link", this::delete);
    }

    static Link own(Platform platform, Call call) {
        return platform.world()
                .find(Link.class, call.key(call.text("link_id")))
                .filter(link -> link.agent() == call.app().agent())
                .orElseThrow(() -> Code.BAD_PARAMETER.error("link_id"));
    }

    private Answer list(Call call) {
        var page = Page.of(
                call,
                call.limit(100, 100),
                behind -> platform.world()
                        .table(Link.class)
                        .under(call.corp().id() + "/", behind)
                        .filter(link -> link.agent() == call.app().agent()));
        return Answer.of("link_id_list", page.items().stream().map(Link::id), "next_cursor", page.next());
    }

    private Answer get(Call call) {
        var link = own(platform, call);
        return Answer.of(
                "link", link.json(platform.url()),
                "range", link.range(),
                "skip_verify", link.skipsVerification());
    }

    private Answer create(Call call, Change change) {
        var link = new Link(
                call.corp().id(),
                platform.ids().id("ca"),
                call.app().agent(),
                name(call),
                "cawcde" + platform.ids().letters(12),
                users(call, range(call)),
                departments(range(call)),
                call.flag("skip_verify", true),
                platform.clock().instant());
        change.put(link);
        return Answer.of("link", link.json(platform.url()));
    }

    private Answer update(Call call, Change change) {
        var old = own(platform, call);
        var range = range(call);
        boolean moves = !range.isMissingNode();
        change.put(new Link(
                old.corp(),
                old.id(),
                old.agent(),
                call.has("link_name") ? name(call) : old.name(),
                old.token(),
                moves ? users(call, range) : old.users(),
                moves ? departments(range) : old.departments(),
                call.flag("skip_verify", old.skipsVerification()),
                old.at()));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        var link = own(platform, call);
        change.remove(link);
        platform.callbacks().echo(change, link.corp(), Acquisitions.event("delete_link", link.id(), ""));
        return Answer.ok();
    }

    private static String name(Call call) {
        Code.EMPTY_PARAMETER.unless(!call.text("link_name").isEmpty());
        return call.text("link_name", LONGEST_NAME);
    }

    private static JsonNode range(Call call) {
        return call.body().path("range");
    }

    private List<String> users(Call call, JsonNode range) {
        var users = Call.texts(range.path("user_list"));
        Code.TOO_MANY.unless(users.size() <= MOST_USERS);
        Code.EMPTY_PARAMETER.unless(
                !users.isEmpty() || !range.path("department_list").isEmpty());
        return users.stream()
                .map(user -> platform.contacts().member(call.app(), user).id())
                .toList();
    }

    private static List<Integer> departments(JsonNode range) {
        return Call.texts(range.path("department_list")).stream()
                .map(Integer::valueOf)
                .toList();
    }
}
