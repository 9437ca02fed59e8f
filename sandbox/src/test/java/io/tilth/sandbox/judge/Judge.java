package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpExternalContactService;
import me.chanjar.weixin.cp.api.WxCpService;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One area of the platform, called through WxJava's own client as the product calls it. */
abstract class Judge {

    static Bench bench() {
        return Bench.SHARED.get();
    }

    static WxCpService cp() {
        return bench().cp();
    }

    static WxCpExternalContactService contacts() {
        return cp().getExternalContactService();
    }

    /** Calls an endpoint for which WxJava has no typed method. */
    static JsonObject post(String path, String json) throws WxErrorException {
        return read(cp().post(bench().api(path), json.replace('\'', '"')));
    }

    static JsonObject get(String path, String query) throws WxErrorException {
        return read(cp().get(bench().api(path), query));
    }

    static JsonObject read(String json) {
        return JsonParser.parseString(json).getAsJsonObject();
    }

    static void refused(int code, ThrowingCallable call) {
        var refusal = catchThrowableOfType(WxErrorException.class, call);
        assertThat(refusal).as("a refusal with " + code).isNotNull();
        assertThat(refusal.getError().getErrorCode()).isEqualTo(code);
    }
}
