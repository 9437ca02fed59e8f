package io.tilth.sandbox.contact;

import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.chat.ChatMessage;
import io.tilth.sandbox.chat.Chats;
import io.tilth.sandbox.media.Attachments;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;

/** The greeting of a new customer: once, within twenty seconds, by whichever app comes first. */
public final class WelcomeApi implements Area {
    private static final int ATTACHMENTS = 9;

    private final Platform platform;
    private final MediaApi media;
    private final Chats chats;
    private final Index<Welcome> codes;

    public WelcomeApi(Platform platform, MediaApi media) {
        this.platform = platform;
        this.chats = platform.chats();
        this.media = media;
        this.codes = platform.world().table(Welcome.class).index(Welcome::code);
    }

    @Override
    public void enter(Routes routes) {
        routes.write("/cgi-bin/externalcontact/send_welcome_msg", this::send);
    }

    private Answer send(Call call, Change change) {
        String code = call.text("welcome_code", Code.WELCOME_MISSING);
        var welcome = codes.of(code)
                .filter(candidate -> candidate.corp().equals(call.corp().id()))
                .findFirst()
                .orElseThrow(Code.WELCOME_INVALID::error);
        var attachments = Attachments.ofMessages(media, call.corp().id())
                .check(call.body().path("attachments"), ATTACHMENTS);
        Code.EMPTY_PARAMETER.unless(!Attachments.text(call.body()).isEmpty() || !attachments.isEmpty());
        boolean chatting = platform.world()
                .find(Follow.class, welcome.key())
                .filter(Follow::chatting)
                .isPresent();
        Code.WELCOME_CHATTING.unless(!welcome.used() && !chatting);
        Code.WELCOME_INVALID.unless(!platform.clock().instant().isAfter(welcome.expiresAt()));
        change.put(welcome.use());
        chats.deliver(
                change,
                welcome.corp(),
                ChatMessage.between(welcome.user(), welcome.customer()),
                welcome.user(),
                call.body());
        return Answer.ok();
    }
}
