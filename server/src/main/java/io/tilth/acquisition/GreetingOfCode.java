package io.tilth.acquisition;

import io.tilth.content.MaterialId;
import io.tilth.kernel.Refusal;
import io.tilth.messaging.WelcomePictureId;
import io.tilth.messaging.Welcomes.Attachment;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a code greets, as it comes and goes over the wire. */
public record GreetingOfCode(
        @NotNull Boolean on,
        @NotNull @Size(max = 1_000) String day,
        @NotNull @Size(max = 1_000) String night,
        @NotNull @Size(max = 9) List<@NotNull MaterialId> materials,
        @NotNull @Size(max = 9) List<@NotNull @Valid Piece> pieces) {

    /** As it is once it was kept: what means the same looks the same. */
    GreetingOfCode settled() {
        var kept = pieces.stream().map(piece -> Piece.of(piece.attachment())).toList();
        return new GreetingOfCode(on, day.strip(), night.strip(), List.copyOf(materials), kept);
    }

    public enum PieceKind {
        PICTURE,
        LINK,
        MINI_PROGRAM
    }

    /** @param picture of a picture, and of the card of a mini-program */
    public record Piece(
            @NotNull PieceKind kind,
            @Nullable WelcomePictureId picture,
            @Nullable @Size(max = 60) String title,
            @Nullable @Size(max = 200) String description,
            @Nullable @Size(max = 1_000) String url,
            @Nullable @Size(max = 60) String appId,
            @Nullable @Size(max = 500) String page) {

        public static Piece of(Attachment attachment) {
            return switch (attachment) {
                case Attachment.Picture one ->
                    new Piece(PieceKind.PICTURE, one.picture(), null, null, null, null, null);
                case Attachment.Link link ->
                    new Piece(
                            PieceKind.LINK,
                            null,
                            link.title(),
                            link.description(),
                            link.url().toString(),
                            null,
                            null);
                case Attachment.MiniProgram mini ->
                    new Piece(
                            PieceKind.MINI_PROGRAM,
                            mini.picture(),
                            mini.title(),
                            null,
                            null,
                            mini.appId(),
                            mini.page());
            };
        }

        public Attachment attachment() {
            return switch (kind) {
                case PICTURE -> new Attachment.Picture(need(picture));
                case LINK ->
                    new Attachment.Link(
                            text(title),
                            Optional.ofNullable(description).orElse(""),
                            address(text(url)),
                            Optional.empty());
                case MINI_PROGRAM -> new Attachment.MiniProgram(text(title), text(appId), text(page), need(picture));
            };
        }

        private static WelcomePictureId need(@Nullable WelcomePictureId picture) {
            return Optional.ofNullable(picture)
                    .orElseThrow(() -> Refusal.of(Refusal.Kind.BROKEN_RULE, "channel-code-piece-incomplete"));
        }

        private static String text(@Nullable String value) {
            var text = Optional.ofNullable(value).orElse("").strip();
            Refusal.unless(!text.isEmpty(), "channel-code-piece-incomplete");
            return text;
        }

        private static URI address(String text) {
            try {
                var uri = URI.create(text);
                Refusal.unless(
                        uri.getHost() != null && List.of("http", "https").contains(uri.getScheme()),
                        "channel-code-link-invalid");
                return uri;
            } catch (IllegalArgumentException malformed) {
                throw Refusal.of(Refusal.Kind.BROKEN_RULE, "channel-code-link-invalid");
            }
        }
    }
}
