package io.tilth.content;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The materials of the current tenant, as other modules may use them. */
public interface Materials {

    Optional<Material> find(MaterialId id);

    /** Those that customers can read, in the order in which they were made. */
    List<Material> published(int most);

    Map<MaterialId, Material> findAll(Collection<MaterialId> ids);

    /** What can be sent now, the newest first. */
    List<Offer> offers(int most);

    /** @param folder where members find it */
    record Offer(MaterialId id, String title, Optional<UUID> folder) {}

    /** What a customer reads: the published version; empty while there is none or it was taken down. */
    Optional<Body> body(MaterialId id);

    /** A file's bytes, published or not: whom they are shown to is for the caller to know. */
    Optional<File> file(FileId id);

    /**
     * As customers know it: of a material that they can read, the version that they read, {@code PUBLISHED} also while
     * people work on the next one.
     *
     * @param cover a picture 300 px wide or more, for cards
     * @param priced whether it is a quote or price list, 报价单/价目表, or a case 案例: what its readers do counts more
     */
    record Material(
            MaterialId id,
            Kind kind,
            String title,
            String description,
            Optional<FileId> cover,
            boolean priced,
            State state) {}

    enum Kind {
        ARTICLE,
        DOCUMENT,
        POSTER,
        LINK
    }

    enum State {
        DRAFT,
        IN_REVIEW,
        PUBLISHED,
        WITHDRAWN,
        /** By the operator of the service. */
        TAKEN_DOWN
    }

    /** What there is to read. */
    sealed interface Body {

        /** @param html cleaned: only the elements and attributes of the editor, pictures by file */
        record Article(String html) implements Body {}

        /** @param download the document itself, where the tenant lets it be fetched */
        record Document(List<Page> pages, Optional<FileId> download) implements Body {}

        /** @param code where on the picture the member's own code goes, in per mille of its width and height */
        record Poster(Page picture, Box code) implements Body {}

        record Link(URI target) implements Body {}
    }

    /** A picture and its size in pixels. */
    record Page(FileId picture, int width, int height) {}

    record Box(int left, int top, int width) {}

    record File(String contentType, byte[] bytes) {}
}
