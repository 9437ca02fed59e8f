package io.tilth.sandbox.provider;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.api.Routes.Credential;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.world.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/license}: accounts and their states. */
public final class LicenceApi implements Area {
    private static final String PATH = "/cgi-bin/license/";
    private static final int BAD_CODE = 701002;
    private static final int CODE_BOUND = 701003;
    private static final int USER_BOUND = 701011;
    private static final int NOT_ACTIVE = 701016;

    private final Platform platform;
    private final Installations installations;
    private final Licences licences;

    public LicenceApi(Platform platform, Installations installations, Licences licences) {
        this.platform = platform;
        this.installations = installations;
        this.licences = licences;
    }

    @Override
    public void enter(Routes routes) {
        routes.read(Credential.PROVIDER, PATH + "list_actived_account", this::accounts)
                .read(Credential.PROVIDER, PATH + "get_active_info_by_user", this::ofUser)
                .read(Credential.PROVIDER, PATH + "get_active_info_by_code", this::ofCode)
                .read(Credential.PROVIDER, PATH + "batch_get_active_info_by_code", this::ofCodes)
                .read(Credential.PROVIDER, PATH + "get_app_license_info", this::ofApp)
                .write(Credential.PROVIDER, PATH + "active_account", this::activate)
                .write(Credential.PROVIDER, PATH + "batch_active_account", this::activateMany)
                .write(Credential.PROVIDER, PATH + "batch_transfer_license", this::move);
    }

    private Answer accounts(Call call) {
        var disguise = disguise(call);
        var page = Page.of(
                call,
                call.limit(500, 1000),
                behind -> platform.world()
                        .table(Licence.class)
                        .under(call.text("corpid") + "/", behind)
                        .filter(licence -> !licence.user().isEmpty()));
        return Answer.of(
                "next_cursor", page.next(),
                "has_more", Json.bit(!page.next().isEmpty()),
                "account_list", page.items().stream().map(licence -> account(disguise, licence)));
    }

    private static ObjectNode account(Disguise disguise, Licence licence) {
        return Json.object(
                "userid", disguise.user(licence.user()),
                "type", licence.type(),
                "expire_time", licence.expiresAt(),
                "active_time", licence.activeAt());
    }

    private Answer ofUser(Call call) {
        var member = member(call, call.text("userid")).orElseThrow(Code.NO_SUCH_USER::error);
        var licence = licences.of(member.corp(), member.id());
        boolean active = licence.filter(found -> found.isActive(platform.clock().instant()))
                .isPresent();
        return Answer.of(
                "active_status", Json.bit(active),
                "active_info_list", licence.stream().map(found -> info(call, found)));
    }

    private Answer ofCode(Call call) {
        return Answer.of("active_info", info(call, licence(call, call.text("active_code"))));
    }

    private Answer ofCodes(Call call) {
        var found = new ArrayList<ObjectNode>();
        var invalid = new ArrayList<String>();
        for (String code : call.texts("active_code_list")) {
            find(call, code).ifPresentOrElse(licence -> found.add(info(call, licence)), () -> invalid.add(code));
        }
        return Answer.of("active_info_list", found, "invalid_active_code_list", invalid);
    }

    /** Whether the company still tries the app out. */
    private Answer ofApp(Call call) {
        var app = installations
                .find(call.text("suite_id"), call.text("corpid"))
                .orElseThrow(Code.AUTHORISATION_INVALID::error);
        Instant end = licences.trialEnd(app);
        boolean trial = platform.clock().instant().isBefore(end);
        return Answer.of(
                "license_status",
                trial ? 1 : 2,
                "trial_info",
                Json.object("start_time", end.minus(java.time.Duration.ofDays(90)), "end_time", end),
                "license_check_time",
                end);
    }

    private Answer activate(Call call, Change change) {
        int problem = bind(call, change, call.text("active_code"), call.text("userid"));
        if (problem != 0) {
            throw new ApiError(problem, "cannot activate");
        }
        return Answer.ok();
    }

    private Answer activateMany(Call call, Change change) {
        var results = new ArrayList<ObjectNode>();
        for (JsonNode wish : call.body().path("active_list")) {
            String code = wish.path("active_code").asString("");
            String user = wish.path("userid").asString("");
            results.add(Json.object("active_code", code, "userid", user, "errcode", bind(call, change, code, user)));
        }
        return Answer.of("active_result", results);
    }

    private int bind(Call call, Change change, String code, String user) {
        var licence = find(call, code);
        var member = member(call, user);
        if (licence.isEmpty()) {
            return BAD_CODE;
        }
        if (member.isEmpty()) {
            return Code.NO_SUCH_USER.number();
        }
        var now = platform.clock().instant();
        if (!licence.get().user().isEmpty()) {
            return CODE_BOUND;
        }
        if (licences.of(member.get().corp(), member.get().id())
                .filter(old -> old.isActive(now))
                .isPresent()) {
            return USER_BOUND;
        }
        change.put(licence.get().bind(member.get().id(), now));
        return 0;
    }

    private Answer move(Call call, Change change) {
        var results = new ArrayList<ObjectNode>();
        for (JsonNode wish : call.body().path("transfer_list")) {
            String from = wish.path("handover_userid").asString("");
            String to = wish.path("takeover_userid").asString("");
            var licence = member(call, from).flatMap(member -> licences.of(member.corp(), member.id()));
            var heir = member(call, to);
            boolean moves = licence.isPresent() && heir.isPresent();
            if (moves) {
                change.put(licence.get().move(heir.get().id()));
            }
            results.add(Json.object("handover_userid", from, "takeover_userid", to, "errcode", moves ? 0 : NOT_ACTIVE));
        }
        return Answer.of("transfer_result", results);
    }

    private ObjectNode info(Call call, Licence licence) {
        boolean bound = !licence.user().isEmpty();
        return Json.object(
                "active_code", licence.code(),
                "type", licence.type(),
                "status", licence.status(platform.clock().instant()),
                "userid", bound ? disguise(call).user(licence.user()) : null,
                "create_time", licence.boughtAt(),
                "active_time", bound ? licence.activeAt() : null,
                "expire_time", bound ? licence.expiresAt() : null);
    }

    private Licence licence(Call call, String code) {
        return find(call, code).orElseThrow(() -> new ApiError(BAD_CODE, "invalid active_code"));
    }

    private Optional<Licence> find(Call call, String code) {
        return platform.world().find(Licence.class, call.text("corpid") + "/" + code);
    }

    /** A member under the provider's id for them, or the company's own. */
    private Optional<Member> member(Call call, String user) {
        return disguise(call)
                .memberBehind(user)
                .or(() -> platform.world().find(Member.class, Member.key(call.text("corpid"), user)));
    }

    private Disguise disguise(Call call) {
        String corp = call.text("corpid");
        List<App> apps = platform.world().table(App.class).under(corp + "/").toList();
        Code.BAD_CORP.unless(!apps.isEmpty());
        return Disguise.of(platform.world(), corp, call.token().holder());
    }
}
