package io.tilth.tenancy.export;

import static org.springframework.http.HttpStatus.ACCEPTED;

import io.tilth.kernel.Needs;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A company takes its data along. */
@RestController
@RequestMapping("/api/v1/exports")
@Needs("company:export")
class ExportController {

    private final ExportService exports;

    ExportController(ExportService exports) {
        this.exports = exports;
    }

    @GetMapping
    List<Export> newest() {
        return exports.newest();
    }

    @PostMapping
    @ResponseStatus(ACCEPTED)
    Export ask() {
        return exports.ask();
    }

    @GetMapping(value = "/{id}/file", produces = "application/zip")
    void file(@PathVariable ExportId id, HttpServletResponse response) throws IOException {
        ExportFile.write(exports.fetch(id), number -> exports.piece(id, number), response);
    }
}
