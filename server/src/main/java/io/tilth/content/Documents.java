package io.tilth.content;

import java.util.List;
import java.util.Optional;

/** Documents of the current tenant, and the pictures of their pages. */
public interface Documents {

    /** Begins to make the page pictures, in the background; does nothing when that was begun before. */
    void begin(FileId document);

    /**
     * Makes the page pictures now; for who cannot wait, and never inside a transaction: it takes seconds.
     *
     * @return the outcome
     */
    Optional<Document> finish(FileId document);

    Optional<Document> find(FileId document);

    /** Its pages in order; empty until it is ready. */
    List<PageText> pages(FileId document);

    /**
     * @param pages how many it has; 0 until that is known
     * @param done of how many there is a picture
     * @param fontsMissing whether it uses fonts that it does not bring along and that are not here: text may be missing
     * @param reason why it failed, as the code of a sentence
     */
    record Document(FileId file, Progress state, int pages, int done, boolean fontsMissing, Optional<String> reason) {}

    enum Progress {
        WAITING,
        READY,
        FAILED
    }

    /** @param text what stands on the page, as far as it could be read */
    record PageText(Materials.Page page, String text) {}
}
