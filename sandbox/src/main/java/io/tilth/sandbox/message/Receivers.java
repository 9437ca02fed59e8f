package io.tilth.sandbox.message;

import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.corp.App;
import io.tilth.sandbox.corp.Department;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.world.World;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** To whom a message goes, and which of the names it came with lead nowhere. */
final class Receivers {
    private static final int MOST_USERS = 1000;
    private static final int MOST_OTHERS = 100;

    private final World world;
    private final Visibility visibility;
    private final App app;
    private final String corp;
    private final Map<String, Member> members = new LinkedHashMap<>();
    private final List<String> invalidUsers = new ArrayList<>();
    private final List<String> invalidParties = new ArrayList<>();
    private final List<String> invalidTags = new ArrayList<>();

    Receivers(World world, App app) {
        this.world = world;
        this.visibility = new Visibility(world);
        this.app = app;
        this.corp = app.corp();
    }

    /** Reads the names of {@code message/send}, which come in one text. */
    Receivers ofMessage(Call call) {
        if (call.text("touser").equals("@all")) {
            everybody();
            return this;
        }
        return of(split(call.text("touser")), split(call.text("toparty")), split(call.text("totag")));
    }

    /** Reads the names of the calls that change a card, which come as lists. */
    Receivers ofCard(Call call) {
        if (call.integer("atall", 0) == 1) {
            everybody();
            return this;
        }
        return of(call.texts("userids"), call.texts("partyids"), call.texts("tagids"));
    }

    List<Member> members() {
        return List.copyOf(members.values());
    }

    String invalidUsers() {
        return String.join("|", invalidUsers);
    }

    String invalidParties() {
        return String.join("|", invalidParties);
    }

    String invalidTags() {
        return String.join("|", invalidTags);
    }

    List<String> invalidUserList() {
        return List.copyOf(invalidUsers);
    }

    private Receivers of(List<String> users, List<String> parties, List<String> tags) {
        Code.TOO_MANY.unless(users.size() <= MOST_USERS);
        Code.TOO_MANY.unless(parties.size() <= MOST_OTHERS && tags.size() <= MOST_OTHERS);
        users.forEach(this::user);
        parties.forEach(this::party);
        invalidTags.addAll(tags);
        Code.ALL_INVALID.unless(!members.isEmpty());
        return this;
    }

    private void everybody() {
        visibility.members(app).forEach(this::add);
        Code.ALL_INVALID.unless(!members.isEmpty());
    }

    private void user(String name) {
        var member = world.find(Member.class, Member.key(corp, name)).filter(this::reaches);
        member.ifPresentOrElse(this::add, () -> invalidUsers.add(name.toLowerCase(Locale.ROOT)));
    }

    private void party(String name) {
        int id = name.matches("\\d{1,9}") ? Integer.parseInt(name) : 0;
        if (!world.table(Department.class).has(Department.key(corp, id))) {
            invalidParties.add(name);
            return;
        }
        var below = visibility.below(corp, id);
        visibility
                .members(app)
                .filter(member -> member.departments().stream().anyMatch(below::contains))
                .forEach(this::add);
    }

    private void add(Member member) {
        members.put(member.key(), member);
    }

    private boolean reaches(Member member) {
        return Visibility.isHere(member) && visibility.sees(app, member);
    }

    private static List<String> split(String names) {
        return names.isBlank() ? List.of() : List.of(names.split("\\|"));
    }
}
