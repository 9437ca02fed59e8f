package io.tilth.wecom.client;

import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.regex.Pattern;
import me.chanjar.weixin.common.error.WxErrorException;
import org.apache.http.conn.ConnectTimeoutException;

/** What WeCom's error codes, and the lack of an answer, ask for. */
final class Kinds {

    private static final int OVER_LIMIT = 45009;
    private static final Set<Integer> TOKEN = Set.of(40014, 42001);
    private static final Set<Integer> BUSY = Set.of(-1, 45033);
    private static final Set<Integer> CONNECTION = Set.of(
            40001, 40013, 40014, 40056, 40082, 40083, 40084, 40085, 40086, 40091, 41001, 41004, 42001, 42009, 48001,
            48002, 48003, 48004, 50003, 60011, 60020, 84074, 301002);
    private static final int LONGEST = 160;
    private static final Pattern MESSAGE =
            Pattern.compile("(?s)\"errmsg\"\\s*:\\s*\"([^\",]*)(?:[^\"]*?(from ip: [0-9a-fA-F.:]+))?");

    private Kinds() {}

    static Kind of(int code) {
        if (BUSY.contains(code)) {
            return Kind.BUSY;
        }
        if (code == OVER_LIMIT) {
            return Kind.OVER_LIMIT;
        }
        return CONNECTION.contains(code) ? Kind.CONNECTION : Kind.REQUEST;
    }

    static boolean isAboutToken(int code) {
        return TOKEN.contains(code);
    }

    static WecomRefusal refusal(String api, WxErrorException answer) {
        int code = answer.getError().getErrorCode();
        return new WecomRefusal(api, code, of(code), brief(answer.getError().getJson()));
    }

    /** Names the failure alone: messages of the network may repeat an address, and addresses carry tokens. */
    static WecomRefusal refusal(String api, IOException silence) {
        return new WecomRefusal(api, 0, Kind.BUSY, silence.getClass().getSimpleName());
    }

    /** Whether the request has certainly not arrived. */
    static boolean neverSent(IOException silence) {
        return silence instanceof ConnectException
                || silence instanceof ConnectTimeoutException
                || silence instanceof UnknownHostException
                || silence instanceof NoRouteToHostException;
    }

    /** Whether doing it twice does no more than doing it once. */
    static boolean isRepeatable(String api) {
        var verb = api.substring(api.lastIndexOf('/') + 1);
        return !verb.startsWith("add_") && !verb.startsWith("create") && !verb.startsWith("send");
    }

    /** WeCom's words without its hint, but with the address from which it saw us come. */
    private static String brief(String json) {
        var said = MESSAGE.matcher(json);
        var text = said.find() ? said.group(1) + (said.group(2) == null ? "" : ", " + said.group(2)) : "";
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
