package io.tilth.sandbox.corp;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import java.util.Comparator;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Departments, as an app may know them. */
public final class DepartmentApi implements Area {
    private static final int NAME = 64;

    private final Platform platform;
    private final Directory directory;
    private final Visibility visibility;

    public DepartmentApi(Platform platform, Directory directory) {
        this.platform = platform;
        this.directory = directory;
        this.visibility = new Visibility(platform.world());
    }

    @Override
    public void enter(Routes routes) {
        routes.read(
                        "/cgi-bin/department/list",
                        call -> Answer.of("department", visible(call).map(this::json)))
                .read("/cgi-bin/department/simplelist", this::simpleList)
                .read("/cgi-bin/department/get", call -> Answer.of("department", json(department(call))))
                .write("/cgi-bin/department/create", this::create)
                .write("/cgi-bin/department/update", this::update)
                .write("/cgi-bin/department/delete", this::delete);
    }

    private Answer simpleList(Call call) {
        return Answer.of(
                "department_id",
                visible(call)
                        .map(department -> Json.object(
                                "id", department.id(),
                                "parentid", department.parent(),
                                "order", department.order())));
    }

    private Answer create(Call call, Change change) {
        mayWrite(call);
        int parent = call.integer("parentid", 0);
        Code.NO_SUCH_PARENT.unless(departments().has(call.key(parent)));
        int id = call.integer("id", directory.nextDepartment(call.corp().id()));
        var made = new Department(call.corp().id(), id, name(call), parent, call.number("order", 0));
        unique(call, made);
        platform.callbacks().echo(change, made.corp(), directory.open(change, made));
        return Answer.of("id", id);
    }

    private Answer update(Call call, Change change) {
        mayWrite(call);
        var before = department(call);
        var after = new Department(
                before.corp(),
                before.id(),
                call.has("name") ? name(call) : before.name(),
                call.integer("parentid", before.parent()),
                call.number("order", before.order()));
        unique(call, after);
        platform.callbacks().echo(change, after.corp(), directory.edit(change, after));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        mayWrite(call);
        var department = department(call);
        Code.DEPARTMENT_HAS_CHILDREN.unless(
                visibility.below(department.corp(), department.id()).size() == 1);
        Code.DEPARTMENT_NOT_EMPTY.unless(platform.world()
                .table(Member.class)
                .under(department.corp() + "/")
                .filter(Visibility::isHere)
                .noneMatch(member -> member.departments().contains(department.id())));
        platform.callbacks().echo(change, department.corp(), directory.close(change, department));
        return Answer.ok();
    }

    /** Those below the wanted one that the app sees, parents first. */
    private Stream<Department> visible(Call call) {
        int top = call.integer("id", Department.ROOT);
        Code.NO_SUCH_DEPARTMENT.unless(departments().has(call.key(top)));
        var below = visibility.below(call.corp().id(), top);
        return departments()
                .under(call.corp().id() + "/")
                .filter(department -> below.contains(department.id()) && visibility.sees(call.app(), department.id()))
                .sorted(Comparator.comparing(Department::parent).thenComparing(Department::id));
    }

    private Department department(Call call) {
        var department =
                departments().find(call.key(call.integer("id", 0))).orElseThrow(Code.NO_SUCH_DEPARTMENT::error);
        Code.NO_RIGHT.unless(visibility.sees(call.app(), department.id()));
        return department;
    }

    private void unique(Call call, Department made) {
        Code.DEPARTMENT_NAME_TAKEN.unless(departments()
                .under(call.corp().id() + "/")
                .noneMatch(other -> other.id() != made.id()
                        && other.parent() == made.parent()
                        && other.name().equals(made.name())));
    }

    private static String name(Call call) {
        String name = call.text("name", NAME);
        Code.EMPTY_PARAMETER.unless(!name.isEmpty());
        return name;
    }

    private static void mayWrite(Call call) {
        Code.API_FORBIDDEN.unless(call.app().kind() == App.Kind.DIRECTORY);
    }

    private io.tilth.sandbox.world.Table<Department> departments() {
        return platform.world().table(Department.class);
    }

    private ObjectNode json(Department department) {
        return Json.object(
                "id", department.id(),
                "name", department.name(),
                "name_en", "",
                "department_leader",
                        platform.world()
                                .table(Member.class)
                                .under(department.corp() + "/")
                                .filter(member -> Visibility.isHere(member)
                                        && member.leads().contains(department.id()))
                                .map(Member::id),
                "parentid", department.parent(),
                "order", department.order());
    }
}
