package io.tilth.kernel.problem;

import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The page behind each problem's {@code type}. */
@RestController
@Needs.Anyone
class ProblemController {

    private final MessageSource sentences;

    ProblemController(MessageSource sentences) {
        this.sentences = sentences;
    }

    @GetMapping(value = "/problems/{code:[a-z0-9-]{1,60}}", produces = "text/html;charset=UTF-8")
    String page(@PathVariable String code, Locale language) {
        var sentence = sentences.getMessage("problem." + code, null, "", language);
        if (sentence == null || sentence.isEmpty()) {
            throw Refusal.notFound("not-found");
        }
        return """
                <!doctype html><html lang="%s"><meta charset="utf-8"><title>%s</title><h1>%s</h1><p>%s</p></html>
                """.formatted(language.toLanguageTag(), code, code, HtmlUtils.htmlEscape(sentence));
    }
}
