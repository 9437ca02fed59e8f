package io.tilth.sandbox.web;

import io.javalin.http.Context;
import java.util.List;

/** Plain pages in one dress. */
public final class Html {

    private Html() {}

    /** A page with a title and whatever stands below it. */
    public static void show(Context http, String title, String body) {
        http.header("Cache-Control", "no-store");
        http.html(PAGE.replace("{title}", escape(title)).replace("{body}", body));
    }

    /** The platform's page for something that went wrong. */
    public static void sorry(Context http, String title, String detail) {
        show(
                http,
                title,
                "<div class=mark>!</div><h1>" + escape(title) + "</h1><p class=soft>" + escape(detail) + "</p>");
    }

    /** A list of people to choose from. */
    public static String people(String heading, List<Choice> choices) {
        if (choices.isEmpty()) {
            return "";
        }
        var list = new StringBuilder("<h2>" + escape(heading) + "</h2><ul>");
        for (var choice : choices) {
            list.append("<li><a href=\"")
                    .append(escape(choice.address()))
                    .append("\"><span class=face>")
                    .append(escape(choice.name().isEmpty() ? "?" : choice.name().substring(0, 1)))
                    .append("</span><span><b>")
                    .append(escape(choice.name()))
                    .append("</b><small>")
                    .append(escape(choice.detail()))
                    .append("</small></span></a></li>");
        }
        return list.append("</ul>").toString();
    }

    public static String button(String text, String address) {
        return "<a class=button href=\"" + escape(address) + "\">" + escape(text) + "</a>";
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** Somebody on a list, and where a tap leads. */
    public record Choice(String name, String detail, String address) {}

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title>
            <style>
            :root { color-scheme: light dark; --ink: #1c1f23; --soft: #6b7280; --card: #fff; --back: #f2f4f3; --green: #07915b }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8eaed; --soft: #9aa3ad; --card: #1d2124; --back: #111416; --green: #2fb67c }
            }
            * { box-sizing: border-box }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--back);
              color: var(--ink); font: 16px/1.6 -apple-system, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif }
            main { width: min(26rem, calc(100vw - 2rem)); margin: 1.5rem 0; padding: 2rem 1.5rem; background: var(--card);
              border-radius: 1rem; box-shadow: 0 .5rem 2rem rgb(0 0 0 / .08); text-align: center }
            h1 { margin: 0 0 .5rem; font-size: 1.25rem }
            h2 { margin: 1.5rem 0 .5rem; font-size: .875rem; font-weight: 500; color: var(--soft); text-align: left }
            .soft, small { color: var(--soft); font-size: .875rem }
            small { display: block }
            ul { margin: 0; padding: 0; list-style: none; text-align: left; max-height: 22rem; overflow: auto }
            li a { display: flex; gap: .75rem; align-items: center; padding: .625rem .5rem; border-radius: .625rem;
              color: inherit; text-decoration: none }
            li a:hover, li a:focus-visible { background: var(--back) }
            b { font-weight: 500 }
            .face { flex: none; width: 2.5rem; height: 2.5rem; border-radius: .5rem; display: grid; place-items: center;
              background: var(--green); color: #fff }
            .button { display: block; margin: .75rem 0 0; padding: .75rem; border-radius: .625rem; background: var(--green);
              color: #fff; text-decoration: none }
            .button.quiet { background: var(--back); color: var(--ink) }
            .mark { width: 3.5rem; height: 3.5rem; margin: 0 auto 1rem; border-radius: 50%; display: grid;
              place-items: center; background: #fa9d3b; color: #fff; font-size: 2rem }
            .qr { width: 12rem; height: 12rem; margin: 1rem auto; display: block; background: #fff; border-radius: .5rem }
            </style>
            </head>
            <body><main>{body}</main></body>
            </html>
            """;
}
