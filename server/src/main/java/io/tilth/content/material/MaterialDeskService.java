package io.tilth.content.material;

import io.tilth.content.Documents;
import io.tilth.content.FileId;
import io.tilth.content.Files;
import io.tilth.content.FolderId;
import io.tilth.content.Folders;
import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Box;
import io.tilth.content.Materials.Kind;
import java.io.InputStream;
import java.net.URI;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class MaterialDeskService implements MaterialDesk {

    private final WritingService writing;
    private final PublishingService publishing;
    private final Files files;
    private final Documents documents;
    private final Folders folders;

    MaterialDeskService(
            WritingService writing, PublishingService publishing, Files files, Documents documents, Folders folders) {
        this.writing = writing;
        this.publishing = publishing;
        this.files = files;
        this.documents = documents;
        this.folders = folders;
    }

    @Override
    public FileId picture(String name, InputStream bytes) {
        return files.keepPicture(name, bytes).id();
    }

    @Override
    public FileId document(String name, InputStream bytes) {
        var file = files.keepDocument(name, bytes).id();
        documents.begin(file);
        return file;
    }

    @Override
    public FolderId folder(String name) {
        return folders.named(name);
    }

    @Override
    public MaterialId article(Card card, String html) {
        return begin(Kind.ARTICLE, card, new Content(html, null, null, null, null, null));
    }

    @Override
    public MaterialId document(Card card, FileId document, boolean download) {
        return begin(Kind.DOCUMENT, card, new Content(null, document, download, null, null, null));
    }

    @Override
    public MaterialId poster(Card card, FileId picture, Box code) {
        return begin(Kind.POSTER, card, new Content(null, null, null, picture, code, null));
    }

    @Override
    public MaterialId link(Card card, URI target) {
        return begin(Kind.LINK, card, new Content(null, null, null, null, null, target));
    }

    @Override
    public void publish(MaterialId material) {
        publishing.publish(material);
    }

    private MaterialId begin(Kind kind, Card card, Content content) {
        return writing.begin(
                kind, new Draft(card.title(), card.description(), card.cover(), card.priced(), card.folder(), content));
    }
}
