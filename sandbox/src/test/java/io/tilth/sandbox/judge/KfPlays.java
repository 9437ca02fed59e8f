package io.tilth.sandbox.judge;

import com.google.gson.JsonObject;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.kf.KfSession.State;

/** Customer service: what is said there, and its events. */
final class KfPlays extends AreaPlays {
    KfPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        answer("kf.sync_msg.response", () -> {
            String account = account();
            var customer = bench().deeds().asksAt(account, "在吗");
            var kf = bench().sandbox().features().kf();
            kf.turn(bench().corpId(), account, customer, State.HUMAN, "zhangsan");
            kf.answer(bench().corpId(), account, customer, "在的");
            return messages(account);
        });
        answer("kf.sync_msg.event.enter_session", () -> {
            String account = account();
            var customer = bench().customerOf("zhangsan");
            var channels = Json.object("nickname", "禾木里", "scene", 1);
            bench().sandbox().features().kf().enter(bench().corpId(), account, customer, "123", "abc", channels);
            return messages(account).getAsJsonArray("msg_list").get(0);
        });
        answer("kf.sync_msg.event.msg_send_fail", () -> {
            String account = account();
            var customer = bench().deeds().asksAt(account, "在吗");
            bench().sandbox().features().kf().fail(bench().corpId(), account, customer, "lost", 10);
            var list = messages(account).getAsJsonArray("msg_list");
            return list.get(list.size() - 1);
        });
    }

    private String account() throws Exception {
        return post("/cgi-bin/kf/account/add", "{'name':'售后'}").get("open_kfid").getAsString();
    }

    private JsonObject messages(String account) throws Exception {
        return post(
                "/cgi-bin/kf/sync_msg",
                "{'open_kfid':'" + account + "','token':'" + bench().deeds().kfToken(account) + "'}");
    }
}
