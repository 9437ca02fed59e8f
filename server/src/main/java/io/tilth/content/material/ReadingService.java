package io.tilth.content.material;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.tilth.content.Documents;
import io.tilth.content.Documents.PageText;
import io.tilth.content.FileAddress;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.content.MaterialFigures;
import io.tilth.content.MaterialFigures.Figures;
import io.tilth.content.MaterialId;
import io.tilth.content.material.OpenedMaterial.Leaf;
import io.tilth.content.material.OpenedMaterial.Pages;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Materials as the company's people see them: with the draft they work on. */
@Service
@Transactional(readOnly = true)
class ReadingService {

    private final MaterialRepository materials;
    private final VersionRepository versions;
    private final Files files;
    private final Documents documents;
    private final ObjectProvider<MaterialFigures> figures; // told by a module that builds on this one

    ReadingService(
            MaterialRepository materials,
            VersionRepository versions,
            Files files,
            Documents documents,
            ObjectProvider<MaterialFigures> figures) {
        this.materials = materials;
        this.versions = versions;
        this.files = files;
        this.documents = documents;
        this.figures = figures;
    }

    public Page<ListedMaterial> list(MaterialFilter filter, Paging paging) {
        var rows = materials.search(filter, paging.afterId(), paging.rows());
        var page = Page.of(rows, paging, material -> material.id().value().toString());
        var ids = page.items().stream().map(Material::id).toList();
        var drafts = versions.current(ids, false).stream().collect(toMap(Version::material, version -> version));
        var counted = figures(ids);
        return page.map(material -> ListedMaterial.of(
                material,
                requireNonNull(drafts.get(material.id())),
                counted.getOrDefault(material.id(), Figures.NONE)));
    }

    public OpenedMaterial open(MaterialId id) {
        var material = materials.find(id).orElseThrow(() -> Refusal.notFound("material-not-found"));
        var draft = version(id, material.draft());
        var counted = figures(List.of(id)).getOrDefault(id, Figures.NONE);
        return OpenedMaterial.of(material, draft, pages(draft.content()), leaves(draft), counted);
    }

    /** What customers have read so far, the newest first. */
    public List<PastVersion> past(MaterialId id) {
        var material = materials.find(id).orElseThrow(() -> Refusal.notFound("material-not-found"));
        return versions.of(id).stream()
                .filter(version -> version.publishedAt().isPresent())
                .map(version -> PastVersion.of(version, material.published()))
                .toList();
    }

    public PastVersion.Whole past(MaterialId id, int number) {
        var version = version(id, number);
        return new PastVersion.Whole(
                version.title(), version.description(), version.cover(), version.priced(), version.content());
    }

    /** How far a document has come, also one that no material uses yet. */
    public Pages pages(FileId document) {
        return documents
                .find(document)
                .map(found -> Pages.of(found, pictures(document)))
                .orElseThrow(() -> Refusal.notFound("file-not-found"));
    }

    private Version version(MaterialId id, int number) {
        return versions.find(id, number).orElseThrow(() -> Refusal.notFound("material-not-found"));
    }

    private Optional<Pages> pages(Content content) {
        return content.document().flatMap(documents::find).map(found -> Pages.of(found, pictures(found.file())));
    }

    private List<Leaf> pictures(FileId document) {
        return documents.pages(document).stream()
                .map(PageText::page)
                .map(page -> new Leaf(page.picture(), FileAddress.path(page.picture()), page.width(), page.height()))
                .toList();
    }

    /** The pictures that the editor shows, with their sizes. */
    private List<Leaf> leaves(Version draft) {
        var wanted = new ArrayList<>(draft.shown());
        return files.findAll(wanted).values().stream()
                .filter(Files.Stored::isPicture)
                .map(stored -> new Leaf(stored.id(), FileAddress.path(stored.id()), stored.width(), stored.height()))
                .toList();
    }

    private Map<MaterialId, Figures> figures(Collection<MaterialId> ids) {
        return figures.stream().findFirst().map(told -> told.of(ids)).orElse(Map.of());
    }
}
