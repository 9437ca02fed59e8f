package io.tilth.sandbox.groupwelcome;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Json;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.media.Attachments;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.world.Change;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** {@code /cgi-bin/externalcontact/group_welcome_template}. */
public final class GroupWelcomeApi implements Area {
    private static final String PATH = "/cgi-bin/externalcontact/group_welcome_template/";
    private static final List<String> KINDS = List.of("image", "link", "miniprogram", "file", "video");
    private static final int MOST = 100;

    private final Platform platform;
    private final MediaApi media;

    public GroupWelcomeApi(Platform platform, MediaApi media) {
        this.platform = platform;
        this.media = media;
    }

    @Override
    public void enter(Routes routes) {
        routes.write(PATH + "add", this::add)
                .write(PATH + "edit", this::edit)
                .write(PATH + "del", this::delete)
                .read(PATH + "get", this::get);
    }

    private Answer add(Call call, Change change) {
        String corp = call.corp().id();
        long there =
                platform.world().table(GroupWelcome.class).under(corp + "/").count();
        Code.GROUP_WELCOME_QUOTA.unless(there < MOST);
        var template =
                new GroupWelcome(corp, platform.ids().id("msg"), call.app().agent(), content(call));
        change.put(template);
        return Answer.of("template_id", template.id());
    }

    private Answer edit(Call call, Change change) {
        var template = own(call);
        change.put(new GroupWelcome(template.corp(), template.id(), template.agent(), content(call)));
        return Answer.ok();
    }

    private Answer delete(Call call, Change change) {
        change.remove(own(call));
        return Answer.ok();
    }

    private Answer get(Call call) {
        return Answer.of().with(own(call).content());
    }

    private GroupWelcome own(Call call) {
        return platform.world()
                .find(GroupWelcome.class, call.key(call.text("template_id")))
                .filter(template -> template.agent() == call.app().agent())
                .orElseThrow(() -> Code.BAD_PARAMETER.error("template_id"));
    }

    private ObjectNode content(Call call) {
        var kinds = KINDS.stream().filter(call.body()::hasNonNull).toList();
        String text = Attachments.text(call.body());
        Code.ATTACHMENT_SIZE.unless(kinds.size() <= 1);
        Code.EMPTY_PARAMETER.unless(!text.isEmpty() || !kinds.isEmpty());
        var content = Json.object("text", text.isEmpty() ? null : Json.object("content", text));
        for (String kind : kinds) {
            Attachments.ofMessages(media, call.corp().id())
                    .one(kind, call.body().path(kind));
            content.set(kind, call.body().path(kind));
        }
        return content;
    }
}
