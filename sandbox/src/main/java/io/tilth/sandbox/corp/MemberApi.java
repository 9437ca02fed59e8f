package io.tilth.sandbox.corp;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.App.Kind;
import io.tilth.sandbox.world.Change;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Members, as an app may know them; the secret of the directory alone may change them and see private fields. */
public final class MemberApi implements Area {
    private static final int IDS = 10_000;

    private final Platform platform;
    private final Directory directory;
    private final Visibility visibility;

    public MemberApi(Platform platform, Directory directory) {
        this.platform = platform;
        this.directory = directory;
        this.visibility = new Visibility(platform.world());
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/user/get", this::get)
                .read("/cgi-bin/user/list", call -> list(call, true))
                .read("/cgi-bin/user/simplelist", call -> list(call, false))
                .read("/cgi-bin/user/list_id", this::ids)
                .read("/cgi-bin/user/getuserid", call -> find(call, "mobile", Member::mobile))
                .read("/cgi-bin/user/get_userid_by_email", call -> find(call, "email", Member::email))
                .write("/cgi-bin/user/create", this::create)
                .write("/cgi-bin/user/update", this::update)
                .write("/cgi-bin/user/delete", this::delete);
    }

    private Answer get(Call call) {
        return Answer.of().with(json(call, member(call)));
    }

    private Answer list(Call call, boolean full) {
        int department = call.integer("department_id", 0);
        Code.NO_SUCH_DEPARTMENT.unless(platform.world().table(Department.class).has(call.key(department)));
        Set<Integer> wanted =
                call.flag("fetch_child", false) ? visibility.below(call.corp().id(), department) : Set.of(department);
        var members = visibility
                .members(call.app())
                .filter(member -> member.departments().stream().anyMatch(wanted::contains));
        return Answer.of(
                "userlist",
                full
                        ? members.map(member -> json(call, member))
                        : members.map(member -> Json.object(
                                "userid", member.id(),
                                "name", member.name(),
                                "department", member.departments(),
                                "open_userid", openId(member))));
    }

    /** One row for each member and department; a page never splits a member. */
    private Answer ids(Call call) {
        int limit = call.limit(IDS, IDS);
        var page = Page.of(
                call,
                limit,
                behind -> platform.world()
                        .table(Member.class)
                        .under(call.corp().id() + "/", behind)
                        .filter(Visibility::isHere)
                        .filter(member -> visibility.sees(call.app(), member)));
        return Answer.of(
                "next_cursor",
                page.next(),
                "dept_user",
                page.items().stream()
                        .flatMap(member -> member.departments().stream()
                                .map(department -> Json.object("userid", member.id(), "department", department))));
    }

    private Answer find(Call call, String field, java.util.function.Function<Member, String> value) {
        String wanted = call.text(field, Code.EMPTY_PARAMETER);
        return all(call, member -> value.apply(member).equals(wanted))
                .findFirst()
                .map(member -> Answer.of("userid", member.id()))
                .orElseThrow(Code.NO_SUCH_MOBILE::error);
    }

    private Answer create(Call call, Change change) {
        mayWrite(call);
        String id = call.text("userid", Code.MISSING_USER);
        Code.BAD_USER.unless(id.matches("[A-Za-z0-9][A-Za-z0-9_\\-@.]{0,63}"));
        Code.USER_TAKEN.unless(all(call, member -> member.key().equals(Member.key(member.corp(), id)))
                .findFirst()
                .isEmpty());
        var blank = Member.of(call.corp().id(), id, call.text("name", Code.EMPTY_PARAMETER), "", Department.ROOT)
                .with(Member.Status.NOT_ACTIVATED);
        var member = edited(call, blank);
        platform.callbacks().echo(change, member.corp(), directory.join(change, member));
        return Answer.ok();
    }

    private Answer update(Call call, Change change) {
        mayWrite(call);
        var before = member(call);
        platform.callbacks().echo(change, before.corp(), directory.edit(change, before, edited(call, before)));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        mayWrite(call);
        var member = member(call);
        platform.callbacks().echo(change, member.corp(), directory.leave(change, member));
        return Answer.ok();
    }

    private Member edited(Call call, Member before) {
        String mobile = call.has("mobile") ? call.text("mobile") : before.mobile();
        Code.MOBILE_TAKEN.unless(mobile.isEmpty()
                || all(
                                call,
                                other -> other.mobile().equals(mobile)
                                        && !other.key().equals(before.key()))
                        .findFirst()
                        .isEmpty());
        var departments = call.has("department") ? call.integers("department") : before.departments();
        departments.forEach(department -> Code.NO_SUCH_DEPARTMENT.unless(
                platform.world().table(Department.class).has(call.key(department))));
        String name = call.has("name") ? call.text("name", 64) : before.name();
        String position = call.has("position") ? call.text("position", 128) : before.position();
        return before.named(before.id(), name, position)
                .in(departments.toArray(Integer[]::new))
                .leading(leads(call, before, departments))
                .reachedAt(
                        mobile,
                        call.integer("gender", before.gender()),
                        call.has("email") ? call.text("email") : before.email());
    }

    private static Integer[] leads(Call call, Member before, List<Integer> departments) {
        if (!call.has("is_leader_in_dept")) {
            return before.leads().toArray(Integer[]::new);
        }
        var flags = call.integers("is_leader_in_dept");
        Code.BAD_PARAMETER.unless(flags.size() == departments.size());
        return Stream.iterate(0, i -> i < flags.size(), i -> i + 1)
                .filter(i -> flags.get(i) == 1)
                .map(departments::get)
                .toArray(Integer[]::new);
    }

    private Member member(Call call) {
        String user = call.text("userid", Code.MISSING_USER);
        var member = platform.world()
                .find(Member.class, Member.key(call.corp().id(), user))
                .filter(Visibility::isHere)
                .orElseThrow(Code.NO_SUCH_USER::error);
        Code.NO_RIGHT.unless(visibility.sees(call.app(), member));
        return member;
    }

    private Stream<Member> all(Call call, Predicate<Member> filter) {
        return platform.world()
                .table(Member.class)
                .under(call.corp().id() + "/")
                .filter(Visibility::isHere)
                .filter(filter);
    }

    private static void mayWrite(Call call) {
        Code.API_FORBIDDEN.unless(call.app().kind() == Kind.DIRECTORY);
    }

    private static ObjectNode json(Call call, Member member) {
        boolean personal = call.app().kind() == Kind.DIRECTORY;
        return Json.object(
                "userid", member.id(),
                "name", member.name(),
                "department", member.departments(),
                "order", member.departments().stream().map(any -> 0),
                "position", member.position(),
                "mobile", personal ? member.mobile() : null,
                "gender", personal ? Integer.toString(member.gender()) : null,
                "email", personal ? member.email() : null,
                "is_leader_in_dept", Directory.leads(member),
                "direct_leader", List.of(),
                "telephone", "",
                "avatar", personal ? avatar(call, member) + "/0" : null,
                "thumb_avatar", personal ? avatar(call, member) + "/100" : null,
                "qr_code", personal ? "https://open.work.weixin.qq.com/wwopen/userQRCode?vcode=" + member.id() : null,
                "address", personal ? "" : null,
                "external_profile", personal ? Profile.ofMember(call.corp().name()) : null,
                "alias", member.alias(),
                "open_userid", openId(member),
                "main_department", member.departments().getFirst(),
                "extattr", Json.object("attrs", personal ? Profile.further() : List.of()),
                "status", member.status().number(),
                "external_position", member.position());
    }

    private static String avatar(Call call, Member member) {
        return "https://wework.qpic.cn/bizmail/"
                + Integer.toHexString((call.corp().id() + member.id()).hashCode());
    }

    private static String openId(Member member) {
        return "wo" + Integer.toHexString(member.key().hashCode()) + member.id();
    }
}
