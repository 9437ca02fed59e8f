package io.tilth.content.document;

import io.tilth.content.Documents;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/** Has a document's pages painted outside this process, and keeps them as they come; no transaction spans it. */
@Component
class DocumentDesk implements Documents {

    private final DocumentService documents;
    private final Files files;

    DocumentDesk(DocumentService documents, Files files) {
        this.documents = documents;
        this.files = files;
    }

    @Override
    public void begin(FileId document) {
        documents.begin(document);
    }

    @Override
    public Optional<Document> finish(FileId document) {
        documents.prepare(document);
        return render(document);
    }

    @Override
    public Optional<Document> find(FileId document) {
        return documents.find(document);
    }

    @Override
    public List<PageText> pages(FileId document) {
        return documents.pages(document);
    }

    Optional<Document> render(FileId file) {
        if (documents.start(file)) {
            try {
                files.read(file).ifPresent(pdf -> render(file, pdf.bytes()));
            } finally {
                documents.leave(file);
            }
        }
        return documents.find(file);
    }

    Optional<Document> giveUp(FileId file) {
        documents.fail(file, "document-too-heavy");
        return documents.find(file);
    }

    private void render(FileId file, byte[] pdf) {
        try {
            var folder = java.nio.file.Files.createTempDirectory("tilth-pages");
            try {
                java.nio.file.Files.write(folder.resolve(Painter.PDF), pdf);
                render(file, folder);
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void render(FileId file, Path folder) throws IOException {
        var studio = new Studio(folder);
        var outcome = studio.paint(new Studio.Visitor() {
            @Override
            public void pages(int pages) {
                documents.pages(file, pages);
            }

            @Override
            public void page(Rendered page, int pages) {
                documents.page(file, page, pages);
            }
        });
        if (outcome.refusal().isPresent()) {
            documents.fail(file, outcome.refusal().get());
        } else {
            documents.ready(file, outcome.pages(), outcome.fontsMissing());
        }
    }
}
