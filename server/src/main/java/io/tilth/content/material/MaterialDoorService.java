package io.tilth.content.material;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;

import io.tilth.content.Documents;
import io.tilth.content.Documents.PageText;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.content.FolderId;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Materials as other modules use them: as customers read them, where customers can. */
@Service
@Transactional(readOnly = true)
class MaterialDoorService implements Materials {

    private final MaterialRepository materials;
    private final VersionRepository versions;
    private final Files files;
    private final Documents documents;

    MaterialDoorService(MaterialRepository materials, VersionRepository versions, Files files, Documents documents) {
        this.materials = materials;
        this.versions = versions;
        this.files = files;
        this.documents = documents;
    }

    @Override
    public Optional<Material> find(MaterialId id) {
        return Optional.ofNullable(findAll(Set.of(id)).get(id));
    }

    @Override
    public Map<MaterialId, Material> findAll(Collection<MaterialId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var read = versions.current(ids, true).stream().collect(toMap(Version::material, version -> version));
        return materials.findAll(ids).stream()
                .filter(material -> read.containsKey(material.id()))
                .collect(toMap(
                        material -> material.id(),
                        material -> shown(material, requireNonNull(read.get(material.id())))));
    }

    @Override
    public List<Material> published(int most) {
        var ids = materials.published(most);
        var found = findAll(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    @Override
    public List<Offer> offers(int most) {
        var found = materials.search(
                new MaterialFilter(null, null, null, Materials.State.PUBLISHED), Optional.empty(), most);
        var ids = found.stream().map(io.tilth.content.material.Material::id).toList();
        var read = versions.current(ids, true).stream().collect(toMap(Version::material, Version::title));
        return found.stream()
                .map(one -> new Offer(
                        one.id(), read.getOrDefault(one.id(), ""), one.folder().map(FolderId::value)))
                .toList();
    }

    @Override
    public Optional<Body> body(MaterialId id) {
        return materials
                .find(id)
                .flatMap(material -> material.published()
                        .flatMap(number -> versions.find(id, number))
                        .flatMap(version -> body(material.kind(), version.content())));
    }

    @Override
    public Optional<File> file(FileId id) {
        return files.read(id);
    }

    private Optional<Body> body(Kind kind, Content content) {
        return switch (kind) {
            case ARTICLE -> Optional.ofNullable(content.html()).map(this::article);
            case DOCUMENT -> content.document().map(file -> document(file, content));
            case POSTER ->
                Optional.ofNullable(content.picture())
                        .flatMap(files::find)
                        .flatMap(picture -> Optional.ofNullable(content.code())
                                .map(code -> new Body.Poster(
                                        new Page(picture.id(), picture.width(), picture.height()), code)));
            case LINK -> Optional.ofNullable(content.target()).map(Body.Link::new);
        };
    }

    private Body article(String html) {
        return new Body.Article(Html.sized(html, files.findAll(Html.pictures(html))));
    }

    private Body document(FileId file, Content content) {
        List<Page> pages = documents.pages(file).stream().map(PageText::page).toList();
        return new Body.Document(pages, Boolean.TRUE.equals(content.download()) ? Optional.of(file) : Optional.empty());
    }

    private static Material shown(io.tilth.content.material.Material material, Version version) {
        return new Material(
                material.id(),
                material.kind(),
                version.title(),
                version.description(),
                version.cover(),
                version.priced(),
                material.published().isPresent() ? State.PUBLISHED : material.state());
    }
}
