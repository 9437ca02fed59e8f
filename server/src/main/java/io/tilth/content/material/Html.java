package io.tilth.content.material;

import io.tilth.content.FileAddress;
import io.tilth.content.FileId;
import io.tilth.content.Files.Stored;
import io.tilth.kernel.TenantScope;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document.OutputSettings;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/** An article's text: only what the editor can make comes through, and only pictures that lie with us. */
final class Html {

    private static final Safelist EDITOR = new Safelist()
            .addTags("p", "h2", "h3", "br", "hr", "strong", "b", "em", "i", "u", "s", "mark", "blockquote")
            .addTags("ul", "ol", "li", "a", "img", "table", "tbody", "thead", "tr", "th", "td")
            .addAttributes("a", "href")
            .addAttributes("img", "src", "alt")
            .addAttributes("ol", "start")
            .addAttributes("th", "colspan", "rowspan")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("p", "data-align")
            .addAttributes("h2", "data-align")
            .addAttributes("h3", "data-align")
            .addProtocols("a", "href", "http", "https", "tel")
            .preserveRelativeLinks(true);

    private static final Set<String> ALIGNMENTS = Set.of("center", "right");
    private static final int MOST_CELLS = 50;

    private Html() {}

    static String clean(String html) {
        var document = new Cleaner(EDITOR).clean(Jsoup.parseBodyFragment(html));
        document.outputSettings(new OutputSettings().prettyPrint(false));
        for (var image : document.select("img")) {
            if (picture(image).isEmpty()) {
                image.remove();
            }
        }
        document.select("[data-align]").forEach(Html::align);
        document.select("[colspan],[rowspan]").forEach(Html::span);
        document.select("a[href]").forEach(link -> link.attr("rel", "noopener nofollow"));
        document.select("a:not([href])").forEach(Element::unwrap);
        return document.body().html();
    }

    static String text(String html) {
        return Jsoup.parseBodyFragment(html).text();
    }

    static boolean isBlank(String html) {
        var body = Jsoup.parseBodyFragment(html);
        return body.text().isBlank() && body.select("img").isEmpty();
    }

    static Set<FileId> pictures(String html) {
        var pictures = new LinkedHashSet<FileId>();
        for (var image : Jsoup.parseBodyFragment(html).select("img")) {
            picture(image).ifPresent(pictures::add);
        }
        return pictures;
    }

    /** With each picture's size, so that nothing moves while pages load; pictures that are gone are left out. */
    static String sized(String html, Map<FileId, Stored> files) {
        var document = Jsoup.parseBodyFragment(html);
        document.outputSettings(new OutputSettings().prettyPrint(false));
        for (var image : document.select("img")) {
            var stored = picture(image).map(files::get);
            if (stored.isEmpty()) {
                image.remove();
            } else {
                image.attr("width", Integer.toString(stored.get().width()));
                image.attr("height", Integer.toString(stored.get().height()));
                image.attr("loading", "lazy").attr("decoding", "async");
            }
        }
        return document.body().html();
    }

    private static Optional<FileId> picture(Element image) {
        return FileAddress.ofPath(image.attr("src"))
                .filter(address -> address.tenant().equals(TenantScope.current()))
                .map(FileAddress::file);
    }

    private static void align(Element element) {
        if (!ALIGNMENTS.contains(element.attr("data-align"))) {
            element.removeAttr("data-align");
        }
    }

    private static void span(Element cell) {
        for (var side : Set.of("colspan", "rowspan")) {
            var value = cell.attr(side);
            if (!value.matches("\\d{1,2}") || Integer.parseInt(value) > MOST_CELLS || Integer.parseInt(value) < 2) {
                cell.removeAttr(side);
            }
        }
    }
}
