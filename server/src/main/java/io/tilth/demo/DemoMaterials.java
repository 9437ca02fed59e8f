package io.tilth.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.content.FileAddress;
import io.tilth.content.FileId;
import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialDesk.Card;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Box;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantVisits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Fills the demo company's library with what stands in {@code demo/materials}. */
@Component
@Profile("demo")
class DemoMaterials {

    static final int TITLES = 18;

    private static final Pattern PICTURE = Pattern.compile("picture:([a-z]+)");

    private final MaterialDesk desk;
    private final TenantVisits visits;
    private final JsonMapper json;

    DemoMaterials(MaterialDesk desk, TenantVisits visits, JsonMapper json) {
        this.desk = desk;
        this.visits = visits;
        this.json = json;
    }

    /** The pages of its documents are drawn in the background. */
    void load(TenantId tenant) {
        var listed = json.readValue(bytes("materials.json"), new TypeReference<List<Listed>>() {});
        var pictures = new HashMap<String, FileId>();
        for (var one : listed) {
            visits.system(tenant, () -> publish(one, pictures));
        }
    }

    private MaterialId publish(Listed one, Map<String, FileId> pictures) {
        var card = new Card(
                one.title(),
                one.description(),
                Optional.of(picture(one.cover(), pictures)),
                one.priced(),
                Optional.of(desk.folder(one.folder())));
        var material = switch (one.kind()) {
            case "ARTICLE" -> desk.article(card, article(one.key(), pictures));
            case "DOCUMENT" -> desk.document(card, document(one), false);
            default -> desk.poster(card, picture(one.source(), pictures), one.place());
        };
        desk.publish(material);
        return material;
    }

    private FileId document(Listed one) {
        return desk.document(one.title() + ".pdf", stream(one.source()));
    }

    private String article(String key, Map<String, FileId> pictures) {
        var html = new String(bytes(key + ".html"), UTF_8);
        return PICTURE.matcher(html).replaceAll(found -> FileAddress.path(picture(found.group(1) + ".jpg", pictures)));
    }

    private FileId picture(String name, Map<String, FileId> pictures) {
        return pictures.computeIfAbsent(name, any -> desk.picture(name, stream(name)));
    }

    private static byte[] bytes(String name) {
        try (var in = stream(name)) {
            return in.readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static InputStream stream(String name) {
        try {
            return new ClassPathResource("demo/materials/" + name).getInputStream();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** As {@code materials.json} has it. */
    record Listed(
            String key,
            String kind,
            String title,
            String description,
            String folder,
            boolean priced,
            String cover,
            @Nullable String file,
            @Nullable Box code) {

        String source() {
            return Optional.ofNullable(file).orElseThrow();
        }

        Box place() {
            return Optional.ofNullable(code).orElseThrow();
        }
    }
}
