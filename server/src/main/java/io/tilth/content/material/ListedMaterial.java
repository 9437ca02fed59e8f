package io.tilth.content.material;

import io.tilth.content.FileAddress;
import io.tilth.content.FolderId;
import io.tilth.content.MaterialFigures.Figures;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Kind;
import io.tilth.content.Materials.State;
import java.time.Instant;
import java.util.Optional;

/**
 * A material in the library.
 *
 * @param cover where its picture is
 * @param live whether customers can read it just now
 * @param changed whether people have worked on it since customers got it
 */
record ListedMaterial(
        MaterialId id,
        Kind kind,
        String title,
        String description,
        Optional<String> cover,
        boolean priced,
        State state,
        boolean live,
        boolean changed,
        Optional<FolderId> folder,
        int version,
        long opens,
        long shares,
        Instant updatedAt) {

    static ListedMaterial of(Material material, Version draft, Figures figures) {
        return new ListedMaterial(
                material.id(),
                material.kind(),
                draft.title(),
                draft.description(),
                draft.cover().map(FileAddress::path),
                draft.priced(),
                material.state(),
                material.published().isPresent(),
                material.isChanged(),
                material.folder(),
                material.version(),
                figures.opens(),
                figures.shares(),
                material.trail().updatedAt());
    }
}
