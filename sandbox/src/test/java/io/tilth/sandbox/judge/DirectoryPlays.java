package io.tilth.sandbox.judge;

import com.google.gson.JsonObject;
import io.tilth.sandbox.seed.EmptyCompany;

/** The company, its departments and its members. */
final class DirectoryPlays extends AreaPlays {
    DirectoryPlays(Bench bench) {
        super(bench);
    }

    @Override
    void play() {
        answer(
                "gettoken.response",
                () -> direct("/cgi-bin/gettoken", "corpid=" + bench().corpId() + "&corpsecret=" + EmptyCompany.SECRET));
        answer("department.list.response", () -> get("/cgi-bin/department/list", ""));
        answer(
                "user.get.response",
                () -> read(bench().directorySecret().get(bench().api("/cgi-bin/user/get"), "userid=zhangsan")));
        answer(
                "user.list_id.response",
                () -> read(bench().directorySecret().post(bench().api("/cgi-bin/user/list_id"), "{\"limit\":1}")));
    }

    private JsonObject direct(String path, String query) throws Exception {
        return read(new String(bench().browser().fetch(bench().url() + path + "?" + query)));
    }
}
