package io.tilth.kernel.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The trail: in the console, as a file, and for API keys. */
@RestController
class AuditController {

    private static final String BYTE_ORDER_MARK = "\uFEFF"; // without it spreadsheets take UTF-8 for something else

    private final AuditService trail;
    private final Audit audit;

    AuditController(AuditService trail, Audit audit) {
        this.trail = trail;
        this.audit = audit;
    }

    @Needs("audit:read")
    @GetMapping(
            value = {"/api/v1/audit", "/open/v1/audit"},
            produces = "application/json")
    Page<AuditLine> newest(@ParameterObject AuditFilter filter, @ParameterObject Paging paging) {
        return trail.newest(filter, paging);
    }

    @Needs("audit:export")
    @GetMapping(value = "/api/v1/audit/file", produces = "text/csv")
    void file(@ParameterObject AuditFilter filter, HttpServletResponse response) throws IOException {
        audit.note("audit.exported", Subject.of("audit", "all"));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"tilth-audit.csv\"");
        try (var out = new PrintWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8))) {
            out.print(BYTE_ORDER_MARK);
            out.println("time,actor,kind,action,subject,subject id,detail,address,request");
            trail.every(filter, line -> out.println(row(line)));
        }
    }

    private static String row(AuditLine line) {
        return Stream.of(
                        line.at().toString(),
                        line.actor().name(),
                        line.actor().kind(),
                        line.action(),
                        line.subject().flatMap(Subject::name).orElse(""),
                        line.subject().map(Subject::id).orElse(""),
                        line.detail().toString(),
                        line.address().orElse(""),
                        line.requestId().orElse(""))
                .map(AuditController::cell)
                .collect(Collectors.joining(","));
    }

    /** Quoted, and never a formula: a cell that begins like one would run in the reader's spreadsheet. */
    private static String cell(String text) {
        var safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
