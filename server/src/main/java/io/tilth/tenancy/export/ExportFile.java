package io.tilth.tenancy.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.function.IntFunction;

/** Hands an export's file over, a piece in memory at a time and no connection held while the reader is slow. */
class ExportFile {

    private ExportFile() {}

    static void write(Export export, IntFunction<Optional<byte[]>> pieces, HttpServletResponse response)
            throws IOException {
        response.setContentType("application/zip");
        response.setContentLengthLong(export.bytes());
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"tilth-export-%s.zip\""
                        .formatted(export.id().value()));
        response.setHeader("Cache-Control", "no-store");
        var out = response.getOutputStream();
        var piece = pieces.apply(0);
        for (int next = 1; piece.isPresent(); next++) {
            out.write(piece.get());
            piece = pieces.apply(next);
        }
    }
}
