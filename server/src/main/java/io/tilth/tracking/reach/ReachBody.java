package io.tilth.tracking.reach;

import io.tilth.content.FileAddress;
import io.tilth.content.Materials.Body;
import io.tilth.content.Materials.Page;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** What there is to read, as the template wants it. Each picture comes with its size, so that nothing moves later. */
@Component
class ReachBody {

    private final ReachWords words;

    ReachBody(ReachWords words) {
        this.words = words;
    }

    /** @param base path of the link that is read */
    Map<String, Object> facts(Body body, String base, Locale language) {
        return switch (body) {
            case Body.Article article -> Map.of("article", Map.of("html", first(article.html())));
            case Body.Document document -> Map.of("document", document(document, language));
            case Body.Poster poster -> Map.of("poster", poster(poster, base));
            case Body.Link link -> Map.of("link", link(link.target(), language));
        };
    }

    /** The first picture is what the reader waits for; the others come when they are near. */
    private static String first(String html) {
        return html.replaceFirst(" loading=\"lazy\"", " fetchpriority=\"high\"");
    }

    private Map<String, Object> document(Body.Document document, Locale language) {
        var facts = new HashMap<String, Object>();
        int number = document.pages().size();
        facts.put("total", number);
        facts.put("count", words.say(language, "pages", number));
        facts.put("pages", pages(document.pages(), language));
        document.download().ifPresent(file -> facts.put("download", FileAddress.path(file)));
        return facts;
    }

    private List<Map<String, Object>> pages(List<Page> pages, Locale language) {
        return IntStream.range(0, pages.size())
                .mapToObj(index -> {
                    var facts = new HashMap<>(picture(pages.get(index)));
                    facts.put("number", index + 1);
                    facts.put("alt", words.say(language, "page-alt", index + 1));
                    facts.put("first", index == 0);
                    return (Map<String, Object>) facts;
                })
                .toList();
    }

    /** With the member's code drawn into it: it stays there when the picture is saved and handed on. */
    private static Map<String, Object> poster(Body.Poster poster, String base) {
        var facts = new HashMap<>(picture(poster.picture()));
        facts.put("src", base + "/poster");
        facts.put(
                "box",
                poster.code().left() + " " + poster.code().top() + " "
                        + poster.code().width());
        return facts;
    }

    private static Map<String, Object> picture(Page page) {
        return Map.of(
                "src", FileAddress.path(page.picture()),
                "width", page.width(),
                "height", page.height());
    }

    private Map<String, Object> link(URI target, Locale language) {
        var host = Optional.ofNullable(target.getHost()).orElse("");
        return Map.of("target", target.toString(), "onward", words.say(language, "onward", host));
    }
}
