package io.tilth.content.material;

import io.tilth.content.FileId;
import io.tilth.content.Materials.Box;
import io.tilth.content.Materials.Kind;
import io.tilth.kernel.Refusal;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What there is to read, each kind with fields of its own; others stay empty. A draft may still lack them.
 *
 * @param html of an article, cleaned
 * @param file a document's PDF
 * @param download whether customers may fetch the document itself
 * @param picture a poster's
 * @param code where on the poster the member's own code goes
 * @param target where a link leads
 */
record Content(
        @Nullable @Size(max = 300_000) String html,
        @Nullable FileId file,
        @Nullable Boolean download,
        @Nullable FileId picture,
        @Nullable Box code,
        @Nullable URI target) {

    /** Below the picture on the right, where a thumb does not cover it. */
    private static final Box USUAL = new Box(730, 800, 220);

    private static final int WHOLE = 1000;
    private static final int SMALLEST_CODE = 100;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** Only what the kind knows, and that in good order. */
    Content of(Kind kind) {
        return switch (kind) {
            case ARTICLE -> new Content(Html.clean(html == null ? "" : html), null, null, null, null, null);
            case DOCUMENT -> new Content(null, file, Boolean.TRUE.equals(download), null, null, null);
            case POSTER -> new Content(null, null, null, picture, within(code == null ? USUAL : code), null);
            case LINK -> {
                Refusal.unless(target == null || isOpenable(target), "material-link-not-valid");
                yield new Content(null, null, null, null, null, target);
            }
        };
    }

    /** @throws Refusal when customers would find nothing to read */
    void checkComplete(Kind kind) {
        var complete = switch (kind) {
            case ARTICLE -> html != null && !Html.isBlank(html);
            case DOCUMENT -> file != null;
            case POSTER -> picture != null;
            case LINK -> target != null;
        };
        Refusal.unless(complete, "material-incomplete");
    }

    Optional<FileId> document() {
        return Optional.ofNullable(file);
    }

    /** Those that customers see, in the order in which they see them; a document's pages come apart. */
    Set<FileId> shown() {
        var shown = new LinkedHashSet<FileId>();
        if (html != null) {
            shown.addAll(Html.pictures(html));
        }
        if (picture != null) {
            shown.add(picture);
        }
        if (file != null && Boolean.TRUE.equals(download)) {
            shown.add(file);
        }
        return shown;
    }

    /** All that must stay as long as the material does. */
    Set<FileId> files() {
        var files = new LinkedHashSet<>(shown());
        document().ifPresent(files::add);
        return files;
    }

    private static boolean isOpenable(URI target) {
        var scheme = Optional.ofNullable(target.getScheme()).orElse("").toLowerCase(Locale.ROOT);
        return SCHEMES.contains(scheme) && target.getHost() != null && target.getUserInfo() == null;
    }

    private static Box within(Box box) {
        int width = Math.clamp(box.width(), SMALLEST_CODE, WHOLE);
        return new Box(Math.clamp(box.left(), 0, WHOLE - width), Math.clamp(box.top(), 0, WHOLE), width);
    }
}
