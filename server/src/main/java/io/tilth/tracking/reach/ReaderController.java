package io.tilth.tracking.reach;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.reach.Complaint.Reason;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The pages beside the reading: privacy, fewer messages, complaints, and leaving a phone. All work without a script. */
@RestController
@RequestMapping("/r/{code}")
@Hidden
@Needs.Anyone
class ReaderController {

    private final ReachDoor door;
    private final ReachPageService pages;
    private final ReaderService readers;
    private final LeftContactService contacts;
    private final ReachWords words;
    private final ReachPrinter printer;

    ReaderController(
            ReachDoor door,
            ReachPageService pages,
            ReaderService readers,
            LeftContactService contacts,
            ReachWords words,
            ReachPrinter printer) {
        this.door = door;
        this.pages = pages;
        this.readers = readers;
        this.contacts = contacts;
        this.words = words;
        this.printer = printer;
    }

    @GetMapping("/privacy")
    ResponseEntity<String> privacy(@PathVariable String code, HttpServletRequest request, Locale language) {
        return print(code, request, language, () -> pages.privacy("/r/" + code, language));
    }

    @GetMapping("/quiet")
    ResponseEntity<String> quiet(@PathVariable String code, HttpServletRequest request, Locale language) {
        return print(code, request, language, () -> quietPage(code, request, language));
    }

    @PostMapping("/quiet")
    ResponseEntity<String> quiet(
            @PathVariable String code, @RequestParam boolean quiet, HttpServletRequest request, Locale language) {
        return print(
                code,
                request,
                language,
                () -> noted(quietPage(code, request, language), language, () -> {
                    readers.quiet(code, request, quiet);
                    return quietPage(code, request, language)
                            .with("note", words.say(language, quiet ? "quiet-done" : "quiet-back"));
                }));
    }

    @GetMapping("/complaint")
    ResponseEntity<String> complaint(@PathVariable String code, HttpServletRequest request, Locale language) {
        return print(code, request, language, () -> complaintPage(code, language));
    }

    @PostMapping("/complaint")
    ResponseEntity<String> complaint(
            @PathVariable String code,
            @RequestParam Optional<Reason> reason,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String reach,
            HttpServletRequest request,
            Locale language) {
        return print(
                code,
                request,
                language,
                () -> noted(complaintPage(code, language), language, () -> {
                    Refusal.unless(reason.isPresent(), "complaint-without-reason");
                    readers.complain(code, request, new Complaint(reason.orElseThrow(), text, reach));
                    return pages.beside("complaint", code, language)
                            .with("note", words.say(language, "complaint-done"));
                }));
    }

    /** A script asks for the bare words; without one, there is a page. */
    @PostMapping("/contact")
    ResponseEntity<String> contact(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            Locale language) {
        var page = door.within(code, language, () -> {
            var left = pages.beside("left", code, language);
            return noted(left, language, () -> {
                contacts.leave(code, request, new LeftContact(name, phone));
                return left.with("note", words.say(language, "left", company(left)));
            });
        });
        return String.valueOf(request.getHeader("Accept")).startsWith(MediaType.TEXT_PLAIN_VALUE)
                ? ResponseEntity.status(page.status())
                        .contentType(MediaType.parseMediaType("text/plain;charset=UTF-8"))
                        .body(page.facts().getOrDefault("note", "").toString())
                : printer.print(page, request, language);
    }

    private ReachPage quietPage(String code, HttpServletRequest request, Locale language) {
        var page = pages.beside("quiet", code, language);
        boolean quiet = readers.isQuiet(code, request);
        return page.with(
                        "words",
                        quiet ? words.say(language, "quiet-now") : words.say(language, "quiet-words", company(page)))
                .with("wish", !quiet)
                .with("form", Map.of("deed", words.say(language, quiet ? "quiet-take-back" : "quiet-ask")));
    }

    private ReachPage complaintPage(String code, Locale language) {
        var page = pages.beside("complaint", code, language);
        var reasons = Stream.of(Reason.values())
                .map(reason -> Map.of("key", reason.name(), "text", words.say(language, "complaint-" + reason)))
                .toList();
        return page.with("words", words.say(language, "complaint-words", company(page)))
                .with("form", Map.of("reasons", reasons));
    }

    /** What was declined is said on the page, beside what the reader typed. */
    private ReachPage noted(ReachPage page, Locale language, Supplier<ReachPage> deed) {
        try {
            return deed.get();
        } catch (Refusal refusal) {
            return page.with("note", words.refusal(language, refusal))
                    .with("wrong", true)
                    .answering(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ResponseEntity<String> print(
            String code, HttpServletRequest request, Locale language, Supplier<ReachPage> page) {
        return printer.print(door.within(code, language, page), request, language);
    }

    private static String company(ReachPage page) {
        return String.valueOf(page.facts().get("company"));
    }
}
