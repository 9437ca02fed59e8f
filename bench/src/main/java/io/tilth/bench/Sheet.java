package io.tilth.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** The look of a report: one page that needs nothing else. */
final class Sheet {

    private static final String STYLE = """
            :root{--ink:#22302a;--dim:#6b7a72;--line:#dfe5e0;--good:#2d7a58;--bad:#b5532a;--ground:#f6f7f4}
            body{font:15px/1.6 system-ui,sans-serif;color:var(--ink);background:var(--ground);margin:0}
            main{max-width:45rem;margin:0 auto;padding:2.5rem 1.25rem}
            h1{font-size:1.6rem;margin:0 0 .25rem}.dim{color:var(--dim);margin:0}
            section{background:#fff;border:1px solid var(--line);border-radius:12px;padding:1.25rem 1.5rem;margin-top:1.25rem}
            h2{font-size:1.05rem;margin:0}header{display:flex;justify-content:space-between;gap:1rem;align-items:baseline}
            b.met,b.not{font-size:.8rem;border-radius:99px;padding:.1rem .7rem;color:#fff;white-space:nowrap}
            b.met{background:var(--good)}b.not{background:var(--bad)}
            svg{display:block;width:100%;height:auto;margin-top:.75rem}svg text{font-size:12px;fill:var(--dim)}
            svg text.figure{fill:var(--ink);font-weight:600}
            """;

    private Sheet() {}

    /** The page, and the same figures to compare. */
    static void write(Path folder, String name, Object facts, String page) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve(name + ".json"),
                JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(facts));
        Files.writeString(folder.resolve(name + ".html"), page);
        System.out.println("written: " + folder.resolve(name + ".html").toAbsolutePath());
    }

    static String page(String title, String lead, Collection<String> sections) {
        return """
                <!doctype html><html lang="en"><meta charset="utf-8">
                <meta name="viewport" content="width=device-width,initial-scale=1"><title>Tilth: %s</title>
                <style>%s</style><main><h1>%s</h1><p class="dim">%s</p>
                %s</main></html>
                """.formatted(title.toLowerCase(Locale.ROOT), STYLE, title, lead, String.join("", sections));
    }

    static String note(String title, String text) {
        return "<section><header><h2>%s</h2></header><p class=\"dim\">%s</p></section>".formatted(title, text);
    }

    static String judged(String title, boolean met, String verdict, String text, String chart) {
        return """
                <section><header><h2>%s</h2><b class="%s">%s</b></header><p class="dim">%s</p>%s</section>
                """.formatted(title, met ? "met" : "not", verdict, text, chart);
    }
}
