package io.tilth.sandbox.media;

import io.javalin.http.Context;
import io.tilth.sandbox.Platform;
import io.tilth.sandbox.api.Answer;
import io.tilth.sandbox.api.ApiError;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.api.Call;
import io.tilth.sandbox.api.Code;
import io.tilth.sandbox.api.Routes;
import io.tilth.sandbox.world.Change;
import io.tilth.sandbox.world.Index;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** {@code /cgi-bin/media}: files go in for three days; pictures go in for good. */
public final class MediaApi implements Area {
    private static final int LARGEST_PICTURE = 2 << 20;
    private static final int PICTURES_A_DAY = 1000;
    private static final int PICTURES_A_MONTH = 3000;

    private final Platform platform;
    private final Index<Picture> pictures;
    private final Index<Media> uploads;

    public MediaApi(Platform platform) {
        this.platform = platform;
        this.uploads = platform.world().table(Media.class).index(Media::id);
        this.pictures = platform.world().table(Picture.class).index(Picture::corp);
    }

    @Override
    public void enter(Routes routes) {
        routes.write("/cgi-bin/media/upload", this::upload)
                .write("/cgi-bin/media/uploadimg", this::uploadPicture)
                .write("/cgi-bin/media/upload_attachment", this::uploadAttachment)
                .read("/cgi-bin/media/get", this::get);
    }

    /** A file that still lives; refuses any other id. */
    public Media need(String corp, String id) {
        return platform.world()
                .find(Media.class, corp + "/" + id)
                .filter(media -> media.lives(platform.clock().instant()))
                .orElseThrow(Code.BAD_MEDIA::error);
    }

    /** Gives the picture that lies under this part of an address: one that stays, or an upload while it lives. */
    public void show(Context http) {
        String id = http.pathParam("id");
        var picture = platform.world().find(Picture.class, id);
        var upload = uploads.of(id).findFirst();
        if (picture.isPresent()) {
            http.contentType(picture.get().type()).result(picture.get().bytes());
        } else if (upload.isPresent()) {
            http.contentType(upload.get().type()).result(upload.get().bytes());
        } else {
            http.status(404);
        }
    }

    private Answer upload(Call call, Change change) {
        var media = keep(call, change, Kind.of(call.text("type")), 0);
        return Answer.of(
                "type", media.kind().said(),
                "media_id", media.id(),
                "created_at", String.valueOf(media.uploadedAt().getEpochSecond()));
    }

    private Answer uploadAttachment(Call call, Change change) {
        int use = call.integer("attachment_type", 0);
        Code.BAD_PARAMETER.unless(use == 1 || use == 2);
        var kind = Kind.of(call.text("media_type"));
        if (use == 2) {
            Code.ATTACHMENT_TYPE.unless(kind == Kind.IMAGE);
        }
        var media = keep(call, change, kind, use);
        return Answer.of("type", media.kind().said(), "media_id", media.id(), "created_at", media.uploadedAt());
    }

    private Media keep(Call call, Change change, Kind kind, int use) {
        var file = sent(call).orElseThrow(Code.EMPTY_MEDIA::error);
        kind.check(file.bytes());
        var now = platform.clock().instant();
        var id = platform.ids().letters(64);
        var media = new Media(call.corp().id(), id, kind, use, file.name(), file.type(), file.bytes(), now);
        change.put(media);
        return media;
    }

    private Answer uploadPicture(Call call, Change change) {
        var file = sent(call).orElseThrow(Code.EMPTY_MEDIA::error);
        Kind.IMAGE.check(file.bytes());
        if (file.bytes().length > LARGEST_PICTURE) {
            throw new ApiError(40009, "invalid image size");
        }
        var now = platform.clock().instant();
        Code.TOO_OFTEN.unless(uploadedSince(call, now.minus(Duration.ofDays(1))) < PICTURES_A_DAY);
        Code.TOO_OFTEN.unless(uploadedSince(call, now.minus(Duration.ofDays(30))) < PICTURES_A_MONTH);
        var id = platform.ids().letters(40);
        change.put(new Picture(id, call.corp().id(), file.type(), file.bytes(), now));
        return Answer.of("url", platform.url() + "/wework_pic/" + id + "/0");
    }

    private long uploadedSince(Call call, Instant moment) {
        return pictures.of(call.corp().id())
                .filter(picture -> picture.uploadedAt().isAfter(moment))
                .count();
    }

    private Answer get(Call call) {
        var media = need(call.corp().id(), call.text("media_id", Code.BAD_MEDIA));
        return Answer.file(media.name(), media.type(), media.bytes());
    }

    /** The platform's pages name the form field differently: the first file counts. */
    private static Optional<Answer.File> sent(Call call) {
        Map<String, ?> files = call.http().uploadedFileMap();
        return files.keySet().stream().findFirst().flatMap(call::file);
    }
}
