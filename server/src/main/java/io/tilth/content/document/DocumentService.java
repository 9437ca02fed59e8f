package io.tilth.content.document;

import io.tilth.content.DocumentReady;
import io.tilth.content.Documents.Document;
import io.tilth.content.Documents.PageText;
import io.tilth.content.Documents.Progress;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.kernel.Live;
import io.tilth.kernel.Live.Recipient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what becomes of a document, step by step, so that its progress is seen. */
@Service
@Transactional
class DocumentService {

    /** Longer than the painting is given. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private final DocumentRepository documents;
    private final Files files;
    private final DocumentQueue queue;
    private final Live live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DocumentService(
            DocumentRepository documents,
            Files files,
            DocumentQueue queue,
            Live live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.documents = documents;
        this.files = files;
        this.queue = queue;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    public void begin(FileId file) {
        if (documents.insert(file, clock.instant())) {
            queue.add(file);
        }
    }

    /** Without a place in the queue: it is made at once, or the sweep finds it. */
    public void prepare(FileId file) {
        documents.insert(file, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Document> find(FileId file) {
        return documents.find(file);
    }

    @Transactional(readOnly = true)
    public List<PageText> pages(FileId file) {
        return documents
                .find(file)
                .filter(document -> document.state() == Progress.READY)
                .map(document -> documents.pages(file))
                .orElse(List.of());
    }

    /** From the beginning, whatever an earlier attempt left behind; false when there is nothing to do, or it is done. */
    public boolean start(FileId file) {
        var now = clock.instant();
        var starts = documents.claim(file, now, now.plus(CLAIM));
        if (starts) {
            documents.deletePages(file);
        }
        return starts;
    }

    /** It did not come to an end: somebody may try again. */
    public void leave(FileId file) {
        documents.release(file);
    }

    public void pages(FileId file, int pages) {
        update(new Document(file, Progress.WAITING, pages, 0, false, Optional.empty()));
    }

    public void page(FileId file, Rendered page, int pages) {
        var picture = files.keepPage(file, new Files.Page(page.jpeg(), page.width(), page.height()));
        documents.insertPage(file, page.number(), picture.id(), page.text());
        update(new Document(file, Progress.WAITING, pages, page.number(), false, Optional.empty()));
    }

    public void ready(FileId file, int pages, boolean fontsMissing) {
        update(new Document(file, Progress.READY, pages, pages, fontsMissing, Optional.empty()));
        events.publishEvent(new DocumentReady(file));
    }

    public void fail(FileId file, String reason) {
        documents.deletePages(file);
        update(new Document(file, Progress.FAILED, 0, 0, false, Optional.of(reason)));
    }

    /** Takes up what nobody works on, as after a restore. */
    public void tend() {
        documents.waiting().forEach(queue::add);
    }

    private void update(Document document) {
        documents.update(document);
        live.push(Recipient.EVERYBODY, "document", document.file().value().toString());
    }
}
