package io.tilth.sandbox.groupchat;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import tools.jackson.databind.node.ObjectNode;

/** 「加入群聊」: codes that lead into groups, each of the app that made it. */
public final class JoinWayApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/groupchat/";
    private static final int CHATS = 5;
    private static final int REMARK = 30;
    private static final int STATE = 30;
    private static final int NAME = 40;

    private final Platform platform;

    public JoinWayApi(Platform platform) {
        this.platform = platform;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "add_join_way", this::add)
                .read(PATH + "get_join_way", call -> Answer.of("join_way", json(own(call))))
                .write(PATH + "update_join_way", this::update)
                .write(PATH + "del_join_way", this::delete);
    }

    private Answer add(Call call, Change change) {
        var way = read(call, platform.ids().hex(32));
        change.put(way);
        return Answer.of("config_id", way.id());
    }

    /** Replaces everything: what is not said again is gone. */
    private Answer update(Call call, Change change) {
        change.put(read(call, own(call).id()));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        change.remove(own(call));
        return Answer.ok();
    }

    private JoinWay read(Call call, String id) {
        int scene = call.integer("scene", 0);
        Code.CONTACT_WAY_BAD_SCENE.unless(scene == 1 || scene == 2);
        var chats = call.texts("chat_id_list");
        Code.EMPTY_PARAMETER.unless(!chats.isEmpty());
        Code.TOO_MANY.unless(chats.size() <= CHATS);
        chats.forEach(chat -> platform.groupChats()
                .find(call.corp().id(), chat)
                .filter(found -> platform.groupChats().sees(call.app(), found))
                .orElseThrow(() -> Code.BAD_PARAMETER.error("chat_id_list")));
        String remark = call.text("remark");
        return new JoinWay(
                call.corp().id(),
                id,
                call.app().agent(),
                scene,
                remark.substring(0, Math.min(REMARK, remark.length())),
                call.integer("auto_create_room", 1) == 1,
                call.text("room_base_name", NAME),
                call.integer("room_base_id", 0),
                chats,
                call.text("state", STATE),
                call.flag("mark_source", false));
    }

    private JoinWay own(Call call) {
        String id = call.text("config_id", Code.CONTACT_WAY_MISSING);
        return platform.world()
                .find(JoinWay.class, call.key(id))
                .filter(way -> way.agent() == call.app().agent())
                .orElseThrow(Code.CONTACT_WAY_UNKNOWN::error);
    }

    private ObjectNode json(JoinWay way) {
        return Json.object(
                "config_id", way.id(),
                "scene", way.scene(),
                "remark", way.remark(),
                "auto_create_room", Json.bit(way.autoCreate()),
                "room_base_name", way.baseName(),
                "room_base_id", way.baseNumber(),
                "chat_id_list", way.chats(),
                "qr_code", platform.qrCodes().picture(way.id()),
                "state", way.state(),
                "mark_source", way.markSource());
    }
}
