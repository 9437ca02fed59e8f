package io.tilth.sandbox.album;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** {@code /cgi-bin/externalcontact/..intercept_rule}: only the app that made a rule may touch it. */
public final class InterceptApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/";
    private static final int RULES = 100;
    private static final int WORDS = 300;
    private static final int AT_ONCE = 1000;

    private final Platform platform;

    public InterceptApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "add_intercept_rule", this::add)
                .write(PATH + "update_intercept_rule", this::update)
                .write(PATH + "del_intercept_rule", this::delete)
                .read(PATH + "get_intercept_rule", this::get)
                .read(PATH + "get_intercept_rule_list", this::list);
    }

    private Answer add(Call call, Change change) {
        String corp = call.corp().id();
        Code.ACCOUNT_QUOTA.unless(
                platform.world().table(InterceptRule.class).under(corp + "/").count() < RULES);
        var range = call.body().path("applicable_range");
        var rule = checked(new InterceptRule(
                corp,
                platform.ids().id("rule"),
                call.app().agent(),
                call.text("rule_name"),
                call.texts("word_list"),
                call.integers("semantics_list"),
                call.integer("intercept_type", 0),
                users(range),
                departments(range),
                platform.clock().instant()));
        change.put(rule);
        return Answer.of("rule_id", rule.id());
    }

    private Answer update(Call call, Change change) {
        var old = own(call);
        var extra = call.body().path("extra_rule").path("semantics_list");
        var add = call.body().path("add_applicable_range");
        var remove = call.body().path("remove_applicable_range");
        change.put(checked(new InterceptRule(
                old.corp(),
                old.id(),
                old.agent(),
                call.has("rule_name") ? call.text("rule_name") : old.name(),
                call.has("word_list") ? call.texts("word_list") : old.words(),
                extra.isArray() ? integers(extra) : old.semantics(),
                call.integer("intercept_type", old.type()),
                changed(old.users(), users(add), users(remove)),
                changed(old.departments(), departments(add), departments(remove)),
                old.createdAt())));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        change.remove(own(call));
        return Answer.ok();
    }

    private Answer get(Call call) {
        var rule = own(call);
        return Answer.of(
                "rule",
                Json.object(
                        "rule_id", rule.id(),
                        "rule_name", rule.name(),
                        "word_list", rule.words(),
                        "semantics_list", rule.semantics(),
                        "intercept_type", rule.type(),
                        "applicable_range",
                                Json.object("user_list", rule.users(), "department_list", rule.departments()),
                        "create_time", rule.createdAt()));
    }

    private Answer list(Call call) {
        return Answer.of(
                "rule_list",
                platform.world()
                        .table(InterceptRule.class)
                        .under(call.corp().id() + "/")
                        .filter(rule -> rule.agent() == call.app().agent())
                        .map(rule -> Json.object(
                                "rule_id", rule.id(), "rule_name", rule.name(), "create_time", rule.createdAt())));
    }

    private InterceptRule own(Call call) {
        return platform.world()
                .find(InterceptRule.class, call.key(call.text("rule_id")))
                .filter(rule -> rule.agent() == call.app().agent())
                .orElseThrow(() -> Code.BAD_PARAMETER.error("rule_id"));
    }

    private static InterceptRule checked(InterceptRule rule) {
        Code.BAD_PARAMETER.unless(length(rule.name()) >= 1 && length(rule.name()) <= 20);
        Code.BAD_PARAMETER.unless(rule.words().size() <= WORDS);
        Code.BAD_PARAMETER.unless(rule.words().stream().allMatch(word -> length(word) >= 1 && length(word) <= 32));
        Code.BAD_PARAMETER.unless(List.of(1, 2, 3).containsAll(rule.semantics()));
        Code.EMPTY_PARAMETER.unless(!rule.words().isEmpty() || !rule.semantics().isEmpty());
        Code.BAD_PARAMETER.unless(rule.type() == 1 || rule.type() == 2);
        Code.EMPTY_PARAMETER.unless(
                !rule.users().isEmpty() || !rule.departments().isEmpty());
        Code.TOO_MANY.unless(rule.users().size() <= 10 * AT_ONCE);
        return rule;
    }

    private static List<String> users(JsonNode range) {
        var users = Call.texts(range.path("user_list"));
        Code.TOO_MANY.unless(users.size() <= AT_ONCE);
        return users;
    }

    private static List<Integer> departments(JsonNode range) {
        var departments = integers(range.path("department_list"));
        Code.TOO_MANY.unless(departments.size() <= AT_ONCE);
        return departments;
    }

    private static List<Integer> integers(JsonNode array) {
        return Call.texts(array).stream().map(Integer::valueOf).toList();
    }

    private static <T> List<T> changed(List<T> old, List<T> add, List<T> remove) {
        var changed = new ArrayList<>(
                Stream.concat(old.stream(), add.stream()).distinct().toList());
        changed.removeAll(remove);
        return changed;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
