package io.tilth.sandbox.identity;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.corp.Visibility;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Members under other ids: for payments, and for a provider. */
public final class MemberIdApi implements Area {
    private static final int AT_ONCE = 1000;
    private static final String OPENID = "oDjGHs";

    private final Platform platform;

    public MemberIdApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/user/convert_to_openid", this::openid)
                .read("/cgi-bin/user/convert_to_userid", this::userid)
                .read("/cgi-bin/batch/userid_to_openuserid", this::open)
                .read("/cgi-bin/batch/openuserid_to_userid", this::close);
    }

    private Answer openid(Call call) {
        var member = find(call, call.text("userid")).orElseThrow(Code.NO_SUCH_USER::error);
        byte[] name = member.id().getBytes(StandardCharsets.UTF_8);
        return Answer.of("openid", OPENID + HexFormat.of().formatHex(name));
    }

    private Answer userid(Call call) {
        String openid = call.text("openid");
        Code.BAD_PARAMETER.unless(openid.startsWith(OPENID) && openid.matches("\\w{6}([0-9a-f]{2})+"));
        String name = new String(HexFormat.of().parseHex(openid.substring(OPENID.length())), StandardCharsets.UTF_8);
        return Answer.of(
                "userid", find(call, name).orElseThrow(Code.NO_SUCH_USER::error).id());
    }

    private Answer open(Call call) {
        var disguise = Providers.of(platform.world(), call.app());
        var known = new ArrayList<ObjectNode>();
        var invalid = new ArrayList<String>();
        for (String id : ids(call, "userid_list")) {
            find(call, id)
                    .ifPresentOrElse(
                            member -> known.add(
                                    Json.object("userid", member.id(), "open_userid", disguise.user(member.id()))),
                            () -> invalid.add(id));
        }
        return Answer.of("open_userid_list", known, "invalid_userid_list", invalid);
    }

    private Answer close(Call call) {
        var disguise = Providers.of(platform.world(), call.app());
        var known = new ArrayList<ObjectNode>();
        var invalid = new ArrayList<String>();
        for (String id : ids(call, "open_userid_list")) {
            disguise.memberBehind(id)
                    .ifPresentOrElse(
                            member -> known.add(Json.object("userid", member.id(), "open_userid", id)),
                            () -> invalid.add(id));
        }
        return Answer.of("userid_list", known, "invalid_open_userid_list", invalid);
    }

    private static List<String> ids(Call call, String field) {
        var ids = call.texts(field);
        Code.EMPTY_PARAMETER.unless(!ids.isEmpty());
        Code.TOO_MANY.unless(ids.size() <= AT_ONCE);
        return ids;
    }

    private Optional<Member> find(Call call, String user) {
        return platform.world()
                .find(Member.class, Member.key(call.corp().id(), user))
                .filter(Visibility::isHere);
    }
}
