package io.tilth.sandbox.kf;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.corp.Member;
import io.tilth.sandbox.kf.KfSession.State;
import io.tilth.sandbox.world.Change;
import java.util.Arrays;

/** {@code /cgi-bin/kf/service_state}: whose turn it is. */
public final class KfStateApi implements Area {
    private final Platform platform;
    private final Kf kf;

    public KfStateApi(Platform platform, Kf kf) {
        this.platform = platform;
        this.kf = kf;
    }

    @Override
    public void enter(Routes routes) {
        routes.read("/cgi-bin/kf/service_state/get", this::get).write("/cgi-bin/kf/service_state/trans", this::turn);
    }

    private Answer get(Call call) {
        var session = session(call);
        return Answer.of("service_state", session.state().number(), "servicer_userid", Json.orNull(session.servicer()));
    }

    private Answer turn(Call call, Change change) {
        var session = session(call);
        int number = call.integer("service_state", -1);
        var next = Arrays.stream(State.values())
                .filter(state -> state.number() == number)
                .findFirst()
                .orElseThrow(Code.BAD_PARAMETER::error);
        if (session.state() == State.ENDED) {
            throw new ApiError(95013, "conversation has ended");
        }
        if (!session.state().leadsTo(next)) {
            throw new ApiError(95016, "not allow to transform to this state");
        }
        change.put(session.to(next, next == State.HUMAN ? servicer(call) : ""));
        var life = next == State.ENDED ? Kf.SOON : Kf.LONG;
        boolean silent = next == State.BOT;
        return Answer.of(
                "msg_code",
                silent ? null : kf.code(change, session, false, life).code());
    }

    private String servicer(Call call) {
        var account = KfAccountApi.need(platform, call);
        String user = call.text("servicer_userid", Code.MISSING_USER);
        return account.servicers().stream()
                .filter(user::equalsIgnoreCase)
                .findFirst()
                .or(() -> platform.world()
                        .find(Member.class, Member.key(account.corp(), user))
                        .filter(member -> member.departments().stream().anyMatch(account.departments()::contains))
                        .map(Member::id))
                .orElseThrow(() -> new ApiError(95014, "user is not servicer"));
    }

    private KfSession session(Call call) {
        var account = KfAccountApi.need(platform, call);
        return kf.session(account.corp(), account.id(), call.text("external_userid", Code.MISSING_CUSTOMER))
                .orElseThrow(Code.BAD_CUSTOMER::error);
    }
}
