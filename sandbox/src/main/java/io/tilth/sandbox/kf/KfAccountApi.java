package io.tilth.sandbox.kf;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.world.Change;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/kf/account}, {@code kf/servicer} and the links that lead there. */
public final class KfAccountApi implements Area {
    private static final int MOST_ACCOUNTS = 5000;
    private static final int MOST_SERVICERS = 2000;
    private static final int MOST_DEPARTMENTS = 20;
    private static final int LONGEST_NAME = 16;

    private final Platform platform;

    public KfAccountApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.write("/cgi-bin/kf/account/add", this::add)
                .write("/cgi-bin/kf/account/update", this::update)
                .write("/cgi-bin/kf/account/del", this::delete)
                .read("/cgi-bin/kf/account/list", this::list)
                .read("/cgi-bin/kf/add_contact_way", this::link)
                .write("/cgi-bin/kf/servicer/add", (call, change) -> serve(call, change, true))
                .write("/cgi-bin/kf/servicer/del", (call, change) -> serve(call, change, false))
                .read("/cgi-bin/kf/servicer/list", this::servicers);
    }

    static KfAccount need(Platform platform, Call call) {
        return platform.world()
                .find(KfAccount.class, call.key(call.text("open_kfid")))
                .orElseThrow(() -> new ApiError(95004, "open_kfid not found"));
    }

    private Answer add(Call call, Change change) {
        String corp = call.corp().id();
        if (accounts(corp).count() >= MOST_ACCOUNTS) {
            throw new ApiError(95005, "too many kf accounts");
        }
        var account = new KfAccount(
                corp,
                platform.ids().id("wk"),
                name(call, ""),
                call.text("media_id"),
                List.of(),
                List.of(),
                platform.clock().instant());
        change.put(account);
        return Answer.of("open_kfid", account.id());
    }

    private Answer update(Call call, Change change) {
        var old = need(platform, call);
        change.put(old.named(name(call, old.name()), call.has("media_id") ? call.text("media_id") : old.mediaId()));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        change.remove(need(platform, call));
        return Answer.ok();
    }

    private Answer list(Call call) {
        return Answer.of(
                "account_list",
                accounts(call.corp().id())
                        .skip(call.number("offset", 0))
                        .limit(call.limit(100, 100))
                        .map(account -> Json.object(
                                "open_kfid",
                                account.id(),
                                "name",
                                account.name(),
                                "avatar",
                                platform.url() + "/avatar/kf/" + account.id(),
                                "manage_privilege",
                                true)));
    }

    private Answer link(Call call) {
        var account = need(platform, call);
        String scene = call.text("scene", 32);
        Code.BAD_PARAMETER.unless(scene.matches("[0-9a-zA-Z_-]*"));
        String encoded = URLEncoder.encode(scene, StandardCharsets.UTF_8);
        return Answer.of("url", platform.url() + "/kfid/" + account.id() + "?enc_scene=" + encoded);
    }

    private Answer serve(Call call, Change change, boolean add) {
        var account = need(platform, call);
        var users = call.texts("userid_list");
        var departments = call.integers("department_id_list");
        Code.EMPTY_PARAMETER.unless(!users.isEmpty() || !departments.isEmpty());
        Code.TOO_MANY.unless(users.size() <= 100 && departments.size() <= 100);
        var servicers = new ArrayList<>(account.servicers());
        var parties = new ArrayList<>(account.departments());
        var results = new ArrayList<ObjectNode>();
        users.forEach(user -> results.add(change(account.corp(), servicers, user, add)));
        departments.forEach(department -> results.add(change(account.corp(), parties, department, add)));
        Code.TOO_MANY.unless(servicers.size() <= MOST_SERVICERS && parties.size() <= MOST_DEPARTMENTS);
        change.put(account.servedBy(servicers, parties));
        return Answer.of("result_list", results);
    }

    private ObjectNode change(String corp, List<String> servicers, String user, boolean add) {
        var member = platform.world().find(Member.class, Member.key(corp, user)).filter(Visibility::isHere);
        if (member.isEmpty()) {
            return Json.object("userid", user, "errcode", 60111, "errmsg", "userid not found");
        }
        servicers.remove(member.get().id());
        if (add) {
            servicers.add(member.get().id());
        }
        return Json.object("userid", member.get().id(), "errcode", 0, "errmsg", "success");
    }

    private ObjectNode change(String corp, List<Integer> parties, Integer department, boolean add) {
        if (!platform.world().table(Department.class).has(Department.key(corp, department))) {
            return Json.object("department_id", department, "errcode", 60123, "errmsg", "invalid party id");
        }
        parties.remove(department);
        if (add) {
            parties.add(department);
        }
        return Json.object("department_id", department, "errcode", 0, "errmsg", "success");
    }

    private Answer servicers(Call call) {
        var account = need(platform, call);
        var people = account.servicers().stream().map(user -> Json.object("userid", user, "status", 0));
        var parties = account.departments().stream().map(id -> Json.object("department_id", id));
        return Answer.of("servicer_list", Stream.concat(people, parties));
    }

    private Stream<KfAccount> accounts(String corp) {
        return platform.world().table(KfAccount.class).under(corp + "/");
    }

    private static String name(Call call, String otherwise) {
        String name = call.has("name") ? call.text("name") : otherwise;
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw new ApiError(95006, "invalid kf account name");
        }
        return name;
    }
}
