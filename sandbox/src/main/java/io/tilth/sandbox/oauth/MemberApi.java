package io.tilth.sandbox.oauth;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.contact.Customer;
import io.tilth.sandbox.contact.Person;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import io.tilth.sandbox.web.Who;
import io.tilth.sandbox.world.Change;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/auth}: what a code and a ticket tell of the member, or of the customer, who opened a page. */
public final class MemberApi implements Area {
    private static final String PRIVATE = "snsapi_privateinfo";

    private final Platform platform;
    private final OAuthCodes codes;
    private final Visibility visibility;

    public MemberApi(Platform platform, OAuthCodes codes) {
        this.platform = platform;
        this.codes = codes;
        this.visibility = new Visibility(platform.world());
    }

    @Override
    public void enter(Routes routes) {
        routes.write("/cgi-bin/auth/getuserinfo", this::who)
                .write("/cgi-bin/user/getuserinfo", this::whoOld)
                .read("/cgi-bin/auth/getuserdetail", this::detail)
                .write("/cgi-bin/miniprogram/jscode2session", this::session);
    }

    private Answer who(Call call, Change change) {
        return Answer.of().with(tell(call, change));
    }

    /** The old call says the same with capitals. */
    private Answer whoOld(Call call, Change change) {
        var said = tell(call, change);
        return Answer.of(
                "UserId", said.get("userid"),
                "OpenId", said.get("openid"),
                "DeviceId", said.has("userid") ? "" : null,
                "external_userid", said.get("external_userid"),
                "user_ticket", said.get("user_ticket"),
                "expires_in", said.has("user_ticket") ? UserTicket.LIFE.toSeconds() : null);
    }

    private ObjectNode tell(Call call, Change change) {
        var code = codes.take(
                change, call.text("code", Code.BAD_OAUTH_CODE), call.corp().id());
        String corp = call.corp().id();
        var member = Optional.of(code.who())
                .filter(who -> who.corp().equals(corp))
                .flatMap(who -> platform.world().find(Member.class, Member.key(corp, who.id())))
                .filter(Visibility::isHere);
        if (member.isPresent()) {
            Code.OUT_OF_SCOPE.unless(visibility.sees(call.app(), member.get()));
            boolean detailed = code.scope().equals(PRIVATE);
            return Json.object(
                    "userid",
                    member.get().id(),
                    "user_ticket",
                    detailed ? codes.ticket(change, corp, member.get().id()).ticket() : null);
        }
        return Json.object("openid", openid(corp, code.who()), "external_userid", customer(call, code.who()));
    }

    /** The customer's id, where somebody whom the app sees follows them. */
    private String customer(Call call, Who who) {
        return platform.world()
                .find(Person.class, who.id())
                .filter(person -> !who.isMember())
                .flatMap(person -> platform.contacts().customer(call.corp().id(), person))
                .map(Customer::id)
                .filter(id -> platform.contacts()
                        .followers(call.app(), id, "")
                        .findAny()
                        .isPresent())
                .orElse(null);
    }

    private static String openid(String corp, Who who) {
        return Person.wechat(who.isMember() ? Integer.toHexString(who.hashCode()) : who.id(), "", 0)
                .openid(corp);
    }

    private Answer detail(Call call) {
        var ticket = platform.world()
                .find(UserTicket.class, call.text("user_ticket"))
                .filter(found -> found.corp().equals(call.corp().id()))
                .orElseThrow(Code.TICKET_INVALID::error);
        if (!ticket.lives(platform.clock().instant())) {
            throw Code.TICKET_EXPIRED.error();
        }
        var member = platform.contacts().member(call.app(), ticket.user());
        return Answer.of(
                "userid",
                member.id(),
                "gender",
                String.valueOf(member.gender()),
                "avatar",
                platform.url() + "/avatar/" + member.corp() + "/" + member.id(),
                "qr_code",
                platform.url() + "/wwopen/userQRCode?vcode=" + member.id(),
                "mobile",
                Json.orNull(member.mobile()),
                "email",
                Json.orNull(member.email()),
                "biz_mail",
                member.id() + "@" + member.corp() + ".wecom.work",
                "address",
                "");
    }

    /** A member opens a mini-program inside WeCom. */
    private Answer session(Call call, Change change) {
        var code = codes.take(
                change, call.text("js_code", Code.BAD_OAUTH_CODE), call.corp().id());
        return Answer.of(
                "corpid", call.corp().id(),
                "userid", code.who().id(),
                "session_key", platform.ids().letters(22) + "==");
    }
}
