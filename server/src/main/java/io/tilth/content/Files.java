package io.tilth.content;

import java.io.InputStream;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The files that the current tenant's materials are made of. */
public interface Files {

    Optional<Stored> find(FileId id);

    /** Those of them that exist. */
    Map<FileId, Stored> findAll(Collection<FileId> ids);

    /** All of it, in memory: for pictures. */
    Optional<Materials.File> read(FileId id);

    /**
     * Keeps a picture, turned upright, made no larger than a page shows it, and freed of what a camera notes about place and
     * time.
     *
     * @throws io.tilth.kernel.Refusal when it is no picture, or too large
     */
    Stored keepPicture(String name, InputStream bytes);

    /** Keeps the picture of a document's page as it is; it goes with the document. */
    Stored keepPage(FileId document, Page page);

    /** Keeps a document as it is; what is in it shows later. */
    Stored keepDocument(String name, InputStream bytes);

    /** Remembers that the material uses these files, so that they stay. */
    void use(MaterialId material, Set<FileId> files);

    /** From now on everybody may fetch these files of the material, and no others of it. */
    void open(MaterialId material, Set<FileId> files);

    /** Only members may fetch the material's files any more. */
    void close(MaterialId material);

    /** The material is gone. */
    void release(MaterialId material);

    /** @param width in pixels; 0 when it is no picture */
    record Stored(FileId id, String contentType, String name, int bytes, int width, int height) {

        public boolean isPicture() {
            return width > 0;
        }
    }

    /** A page's picture, as JPEG. */
    record Page(byte[] jpeg, int width, int height) {}
}
