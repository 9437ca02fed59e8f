package io.tilth.content.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Hidden;
import io.tilth.content.FileAddress;
import io.tilth.content.Files.Stored;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.kernel.TenantVisits;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * Hands files of materials to whoever reads them: published ones to everybody, others to the company's own people.
 *
 * <p>A file never changes, but it may be withdrawn: so it is kept by browsers for an hour and then asked for again.
 */
@RestController
@Hidden
@Needs.Anyone
class FileController {

    private final TenantVisits visits;
    private final FileService files;

    FileController(TenantVisits visits, FileService files) {
        this.visits = visits;
        this.files = files;
    }

    @GetMapping("/f/{code}")
    void file(@PathVariable String code, ServletWebRequest request, HttpServletResponse response) throws IOException {
        var address = FileAddress.ofCode(code).orElseThrow(FileController::notFound);
        var shown = visits.system(address.tenant(), () -> files.show(address.file()))
                .orElseThrow(FileController::notFound);
        response.setHeader("Cache-Control", shown.open() ? "public, max-age=3600" : "private, max-age=60");
        if (request.checkNotModified("\"" + code + "\"")) {
            return;
        }
        describe(shown.file(), response);
        var out = response.getOutputStream();
        int number = 0;
        for (var piece = piece(address, number); piece.length > 0; piece = piece(address, number)) {
            out.write(piece);
            number++;
        }
    }

    /** Only what a browser shows as a picture stands in a page; all else is saved, never opened as one of our pages. */
    private static void describe(Stored file, HttpServletResponse response) {
        response.setStatus(HttpStatus.OK.value());
        response.setContentType(file.contentType());
        response.setContentLengthLong(file.bytes());
        if (!file.isPicture()) {
            response.setHeader(
                    "Content-Disposition",
                    ContentDisposition.attachment()
                            .filename(file.name(), UTF_8)
                            .build()
                            .toString());
        }
    }

    private byte[] piece(FileAddress address, int number) {
        return visits.system(address.tenant(), () -> files.piece(address.file(), number))
                .orElseGet(() -> new byte[0]);
    }

    private static Refusal notFound() {
        return Refusal.notFound("file-not-found");
    }
}
