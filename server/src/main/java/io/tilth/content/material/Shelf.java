package io.tilth.content.material;

import io.tilth.content.Documents;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.content.MaterialId;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import io.tilth.kernel.Refusal;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Where materials stand: finds them and puts them back, within the transaction of whoever does. */
@Component
class Shelf {

    private final MaterialRepository materials;
    private final VersionRepository versions;
    private final Files files;
    private final Documents documents;
    private final Live live;

    Shelf(MaterialRepository materials, VersionRepository versions, Files files, Documents documents, Live live) {
        this.materials = materials;
        this.versions = versions;
        this.files = files;
        this.documents = documents;
        this.live = live;
    }

    Material get(MaterialId id) {
        return materials.find(id).orElseThrow(() -> Refusal.notFound("material-not-found"));
    }

    Version draft(Material material) {
        return versions.find(material.id(), material.draft())
                .orElseThrow(() -> new IllegalStateException("A material without its draft: " + material.id()));
    }

    void add(Material material) {
        materials.insert(material);
        tell(material.id());
    }

    /** @throws Refusal when somebody else changed it meanwhile */
    void put(Material material) {
        if (!materials.update(material)) {
            throw Refusal.stale(material.id());
        }
        tell(material.id());
    }

    void save(Version version) {
        checkFiles(version.files());
        versions.save(version);
        files.use(version.material(), version.files());
    }

    void remove(MaterialId id) {
        files.release(id);
        materials.delete(id);
        tell(id);
    }

    /** The picture that shows it, when nobody chose one: the first there is. */
    Optional<FileId> firstPicture(Content content) {
        return Optional.ofNullable(content.picture())
                .or(() -> content.html() == null
                        ? Optional.empty()
                        : Html.pictures(content.html()).stream().findFirst())
                .or(() -> content.document()
                        .flatMap(file -> documents.pages(file).stream().findFirst())
                        .map(page -> page.page().picture()));
    }

    private void tell(MaterialId id) {
        live.push(Recipient.EVERYBODY, "material", id.value().toString());
    }

    private void checkFiles(Set<FileId> used) {
        Refusal.unless(files.findAll(used).keySet().containsAll(used), "material-file-not-found");
    }
}
