package io.tilth.content.material;

import io.tilth.content.Documents;
import io.tilth.content.Documents.Progress;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.content.MaterialId;
import io.tilth.content.Wording;
import io.tilth.content.Wording.Passage;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers may read, and what no longer. */
@Service
@Transactional
class PublishingService {

    private final Shelf shelf;
    private final VersionRepository versions;
    private final MaterialRepository materials;
    private final Files files;
    private final Documents documents;
    private final Wording wording;
    private final Audit audit;
    private final Clock clock;

    PublishingService(
            Shelf shelf,
            VersionRepository versions,
            MaterialRepository materials,
            Files files,
            Documents documents,
            Wording wording,
            Audit audit,
            Clock clock) {
        this.shelf = shelf;
        this.versions = versions;
        this.materials = materials;
        this.files = files;
        this.documents = documents;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    /** Publishes it at once when nothing in it wants a second look; else it waits for a reviewer. */
    public void submit(MaterialId id, int version) {
        var material = current(id, version);
        material.checkSubmittable();
        var draft = complete(material);
        checkReady(draft.content());
        var findings = wording.check(passages(draft));
        if (findings.isEmpty() && !wording.alwaysReviewed()) {
            publish(material, draft, "material.published");
        } else {
            shelf.put(material.handIn(findings, clock.instant()));
            audit.note("material.submitted", subject(draft), Map.of("findings", findings.size()));
        }
    }

    /** A reviewer, who has read it, answers for it. */
    public void approve(MaterialId id, int version) {
        var material = current(id, version);
        var draft = complete(material);
        checkReady(draft.content());
        publish(material, draft, "material.approved");
    }

    /** As {@link #approve}, for imports; a document that is not ready follows when it is. */
    public void publish(MaterialId id) {
        var material = shelf.get(id);
        var draft = complete(material);
        if (isReady(draft.content())) {
            publish(material, draft, "material.published");
        } else {
            shelf.put(material.publishLater());
        }
    }

    public void giveBack(MaterialId id, String reason, int version) {
        var material = current(id, version);
        shelf.put(material.giveBack(reason.strip(), clock.instant()));
        audit.note("material.returned", subject(shelf.draft(material)), Map.of("reason", reason.strip()));
    }

    public void withdraw(MaterialId id, int version) {
        var material = current(id, version);
        shelf.put(material.withdraw(clock.instant()));
        files.close(id);
        audit.note("material.withdrawn", subject(shelf.draft(material)));
    }

    public void takeDown(MaterialId id, String reason) {
        var material = shelf.get(id);
        shelf.put(material.takeDown(reason.strip(), clock.instant()));
        files.close(id);
        audit.note("material.taken-down", subject(shelf.draft(material)), Map.of("reason", reason.strip()));
    }

    public void restore(MaterialId id) {
        var material = shelf.get(id);
        shelf.put(material.restore(clock.instant()));
        audit.note("material.restored", subject(shelf.draft(material)));
    }

    /** Its pages are there: drafts get their cover, and what was to be published is. */
    public void documentReady(FileId file) {
        for (var material : materials.ofDocument(file)) {
            var draft = shelf.draft(material);
            if (draft.cover().isEmpty()) {
                shelf.firstPicture(draft.content()).ifPresent(picture -> shelf.save(draft.withCover(picture)));
            }
            if (material.publishWhenReady()) {
                publish(material.id());
            }
        }
    }

    private void publish(Material material, Version draft, String action) {
        var now = clock.instant();
        shelf.put(material.publish(now));
        versions.published(material.id(), material.draft(), WritingService.author(), now);
        var shown = new LinkedHashSet<>(draft.shown());
        draft.content()
                .document()
                .ifPresent(file -> documents
                        .pages(file)
                        .forEach(page -> shown.add(page.page().picture())));
        files.open(material.id(), shown);
        audit.note(action, subject(draft), Map.of("version", material.draft()));
    }

    private Material current(MaterialId id, int version) {
        var material = shelf.get(id);
        WritingService.checkCurrent(material, version);
        return material;
    }

    private Version complete(Material material) {
        var draft = shelf.draft(material);
        draft.content().checkComplete(material.kind());
        return draft;
    }

    private void checkReady(Content content) {
        Refusal.unless(isReady(content), "material-document-not-ready");
    }

    private boolean isReady(Content content) {
        return content.document()
                .map(file -> documents
                        .find(file)
                        .filter(document -> document.state() == Progress.READY)
                        .isPresent())
                .orElse(true);
    }

    private List<Passage> passages(Version draft) {
        var passages = new ArrayList<Passage>();
        passages.add(new Passage("title", draft.title()));
        passages.add(new Passage("description", draft.description()));
        var html = draft.content().html();
        if (html != null) {
            passages.add(new Passage("text", Html.text(html)));
        }
        draft.content().document().ifPresent(file -> {
            int number = 1;
            for (var page : documents.pages(file)) {
                passages.add(new Passage(Integer.toString(number++), page.text()));
            }
        });
        return passages;
    }

    private static Subject subject(Version draft) {
        return Subject.of("material", draft.material().value(), draft.title());
    }
}
