package io.tilth.sandbox.contact;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Page;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.world.Change;
import java.util.ArrayList;
import java.util.List;

/** Customers and who follows them. */
public final class CustomerApi implements Area {
    private static final int FOLLOWERS = 500;
    private static final int USERS = 100;
    private static final int REMARK = 20;
    private static final int DESCRIPTION = 150;

    private final Platform platform;
    private final Contacts contacts;
    private final Visibility visibility;
    private final ContactJson json;

    public CustomerApi(Platform platform, Contacts contacts) {
        this.platform = platform;
        this.contacts = contacts;
        this.visibility = new Visibility(platform.world());
        this.json = new ContactJson(platform);
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/externalcontact/get_follow_user_list", this::followUsers)
                .read("/cgi-bin/externalcontact/list", this::list)
                .read("/cgi-bin/externalcontact/get", this::get)
                .read("/cgi-bin/externalcontact/batch/get_by_user", this::batch)
                .write("/cgi-bin/externalcontact/remark", this::remark);
    }

    private Answer followUsers(Call call) {
        return Answer.of(
                "follow_user",
                visibility.members(call.app()).filter(Member::servesCustomers).map(Member::id));
    }

    private Answer list(Call call) {
        var customers = contacts.of(contacts.member(call, "userid"))
                .map(Follow::customer)
                .toList();
        Code.NO_RELATION.unless(!customers.isEmpty());
        return Answer.of("external_userid", customers);
    }

    private Answer get(Call call) {
        String customer = call.text("external_userid", Code.MISSING_CUSTOMER);
        Code.BAD_CUSTOMER.unless(platform.world().table(Customer.class).has(call.key(customer)));
        var page = Page.of(call, FOLLOWERS, behind -> contacts.followers(call.app(), customer, behind));
        Code.NO_RELATION.unless(!page.items().isEmpty() || call.has("cursor"));
        return Answer.of(
                "external_contact",
                json.contact(call, customer),
                "follow_user",
                page.items().stream().map(json::follower),
                "next_cursor",
                Json.orNull(page.next()));
    }

    /** The cursor says behind which follow to go on; members come in the order in which they are asked for. */
    private Answer batch(Call call) {
        var users = call.texts("userid_list");
        Code.MISSING_USER.unless(!users.isEmpty());
        Code.TOO_MANY.unless(users.size() <= USERS);
        var members =
                users.stream().map(user -> contacts.member(call.app(), user)).toList();
        int limit = call.limit(50, 100);
        var page = page(members, Page.read(call.text("cursor")), limit + 1);
        Code.NO_RELATION.unless(!page.isEmpty() || call.has("cursor"));
        boolean more = page.size() > limit;
        return Answer.of(
                "external_contact_list",
                page.stream()
                        .limit(limit)
                        .map(follow -> Json.object(
                                "external_contact",
                                json.contact(call, follow.customer()),
                                "follow_info",
                                json.info(follow))),
                "next_cursor",
                more ? Page.cursor(page.get(limit - 1).key()) : "");
    }

    private List<Follow> page(List<Member> members, String behind, int size) {
        var page = new ArrayList<Follow>();
        boolean begun = behind.isEmpty();
        for (var member : members) {
            boolean here = behind.startsWith(member.key() + "/");
            begun |= here;
            if (begun && page.size() < size) {
                contacts.of(member, here ? behind : "")
                        .limit(size - page.size())
                        .forEach(page::add);
            }
        }
        return page;
    }

    private Answer remark(Call call, Change change) {
        var follow = contacts.follow(call);
        boolean any = call.has("remark")
                || call.has("description")
                || call.has("remark_company")
                || call.has("remark_mobiles")
                || call.has("remark_pic_mediaid");
        Code.EMPTY_PARAMETER.unless(any);
        boolean wecom = follow.customer().startsWith("wo");
        var edited = follow.remarked(
                call.has("remark") ? call.text("remark", REMARK) : follow.remark(),
                call.has("description") ? call.text("description", DESCRIPTION) : follow.description(),
                call.has("remark_company") && !wecom ? call.text("remark_company", REMARK) : follow.company(),
                call.has("remark_mobiles")
                        ? call.texts("remark_mobiles").stream()
                                .filter(mobile -> !mobile.isEmpty())
                                .toList()
                        : follow.mobiles());
        change.put(edited);
        platform.callbacks().echo(change, follow.corp(), Friendships.edited(edited));
        return Answer.ok();
    }
}
