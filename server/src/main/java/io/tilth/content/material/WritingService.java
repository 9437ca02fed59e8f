package io.tilth.content.material;

import io.tilth.content.Documents;
import io.tilth.content.FileId;
import io.tilth.content.FolderId;
import io.tilth.content.Folders;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Kind;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Caller;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People work on materials; customers see nothing of it. */
@Service
@Transactional
class WritingService {

    private final Shelf shelf;
    private final VersionRepository versions;
    private final Documents documents;
    private final Folders folders;
    private final Audit audit;
    private final Clock clock;

    WritingService(
            Shelf shelf, VersionRepository versions, Documents documents, Folders folders, Audit audit, Clock clock) {
        this.shelf = shelf;
        this.versions = versions;
        this.documents = documents;
        this.folders = folders;
        this.audit = audit;
        this.clock = clock;
    }

    public MaterialId begin(Kind kind, Draft draft) {
        checkFolder(draft.folder());
        var material = Material.begin(kind, draft.folder(), author(), clock.instant());
        shelf.add(material);
        save(material, draft);
        audit.note("material.created", Subject.of("material", material.id().value(), draft.title()));
        return material.id();
    }

    public void save(MaterialId id, Draft draft, int version) {
        checkFolder(draft.folder());
        var material = shelf.get(id);
        checkCurrent(material, version);
        var wasPublished = versions.find(id, material.draft())
                .flatMap(Version::publishedAt)
                .isPresent();
        var edited = material.edit(draft.folder(), wasPublished, clock.instant());
        shelf.put(edited);
        save(edited, draft);
    }

    /** Only what customers never read: behind all else there are links out there. */
    public void delete(MaterialId id) {
        var material = shelf.get(id);
        Refusal.unless(material.trail().publishedAt().isEmpty(), "material-was-published");
        var title = shelf.draft(material).title();
        shelf.remove(id);
        audit.note("material.deleted", Subject.of("material", id.value(), title));
    }

    private void save(Material material, Draft draft) {
        var content = draft.content().of(material.kind());
        content.document().ifPresent(this::checkDocument);
        var version = new Version(
                material.id(),
                material.draft(),
                draft.title().strip(),
                draft.description().strip(),
                draft.cover().or(() -> shelf.firstPicture(content)),
                draft.priced(),
                content,
                author(),
                clock.instant(),
                Optional.empty());
        shelf.save(version);
    }

    /** A PDF that was brought, not a picture. */
    private void checkDocument(FileId file) {
        Refusal.unless(documents.find(file).isPresent(), "material-file-not-found");
    }

    private void checkFolder(Optional<FolderId> folder) {
        Refusal.unless(folder.isEmpty() || folders.exists(folder.get()), "folder-not-found");
    }

    static void checkCurrent(Material material, int version) {
        if (material.version() != version) {
            throw Refusal.stale(material.id());
        }
    }

    static String author() {
        return Caller.find().map(Caller::name).orElse("");
    }
}
