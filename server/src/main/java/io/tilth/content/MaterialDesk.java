package io.tilth.content;

import io.tilth.content.Materials.Box;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;

/** Where materials are made without a person at a screen: for imports and the demo. Each is a draft until published. */
public interface MaterialDesk {

    /** A picture for an article, a poster or a cover. */
    FileId picture(String name, InputStream bytes);

    /** A PDF; {@link Documents#finish} makes its pages, or the next sweep does. */
    FileId document(String name, InputStream bytes);

    FolderId folder(String name);

    /** @param html may show pictures by {@link FileAddress#path} */
    MaterialId article(Card card, String html);

    MaterialId document(Card card, FileId document, boolean download);

    MaterialId poster(Card card, FileId picture, Box code);

    MaterialId link(Card card, URI target);

    /** Lets customers read it as it is now, without review; a document that is not ready yet follows when it is. */
    void publish(MaterialId material);

    /** @param priced whether it is a quote or price list, 报价单/价目表, or a case 案例 */
    record Card(String title, String description, Optional<FileId> cover, boolean priced, Optional<FolderId> folder) {}
}
