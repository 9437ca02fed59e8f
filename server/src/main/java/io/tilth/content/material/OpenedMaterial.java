package io.tilth.content.material;

import io.tilth.content.Documents.Document;
import io.tilth.content.Documents.Progress;
import io.tilth.content.FileId;
import io.tilth.content.FolderId;
import io.tilth.content.MaterialFigures.Figures;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Kind;
import io.tilth.content.Materials.State;
import io.tilth.content.Wording.Finding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A material as people work on it.
 *
 * @param cover the picture on its card; its address is among the pictures
 * @param live whether customers can read it just now
 * @param changed whether people have worked on it since customers got it
 * @param document how far its pages are; for a document alone
 * @param pictures of the cover, the text or the poster
 * @param findings what a reviewer is to look at
 * @param reason why it came back from review, or was taken down
 */
record OpenedMaterial(
        MaterialId id,
        Kind kind,
        String title,
        String description,
        Optional<FileId> cover,
        boolean priced,
        State state,
        boolean live,
        boolean changed,
        Optional<FolderId> folder,
        Content content,
        Optional<Pages> document,
        List<Leaf> pictures,
        List<Finding> findings,
        Optional<String> reason,
        long opens,
        long shares,
        String createdBy,
        Instant updatedAt,
        Optional<Instant> publishedAt,
        int version) {

    static OpenedMaterial of(
            Material material, Version draft, Optional<Pages> document, List<Leaf> pictures, Figures figures) {
        return new OpenedMaterial(
                material.id(),
                material.kind(),
                draft.title(),
                draft.description(),
                draft.cover(),
                draft.priced(),
                material.state(),
                material.published().isPresent(),
                material.isChanged(),
                material.folder(),
                draft.content(),
                document,
                pictures,
                material.findings(),
                material.reason(),
                figures.opens(),
                figures.shares(),
                material.trail().createdBy(),
                material.trail().updatedAt(),
                material.trail().publishedAt(),
                material.version());
    }

    /** @param leaves a picture for each page, once all are there */
    record Pages(
            Progress state, int pages, int done, boolean fontsMissing, Optional<String> reason, List<Leaf> leaves) {

        static Pages of(Document document, List<Leaf> leaves) {
            return new Pages(
                    document.state(),
                    document.pages(),
                    document.done(),
                    document.fontsMissing(),
                    document.reason(),
                    leaves);
        }
    }

    record Leaf(FileId id, String url, int width, int height) {}
}
