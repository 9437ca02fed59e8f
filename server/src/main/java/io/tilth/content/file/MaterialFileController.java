package io.tilth.content.file;

import io.tilth.content.Documents;
import io.tilth.content.FileAddress;
import io.tilth.content.FileId;
import io.tilth.content.Files.Stored;
import io.tilth.kernel.Needs;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the files that people bring for their materials. */
@RestController
@RequestMapping("/api/v1/material-files")
class MaterialFileController {

    private static final String PDF = "application/pdf";

    private final FileService files;
    private final Documents documents;

    MaterialFileController(FileService files, Documents documents) {
        this.files = files;
        this.documents = documents;
    }

    /** A picture (JPEG, PNG, GIF) or a PDF, whose pages are made in the background. */
    @Needs("material:write")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    MaterialFile keep(@RequestPart("file") MultipartFile file) throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (var bytes = file.getInputStream()) {
            if (!PDF.equals(file.getContentType())) {
                return MaterialFile.of(files.keepPicture(name, bytes));
            }
            var document = files.keepDocument(name, bytes);
            documents.begin(document.id());
            return MaterialFile.of(document);
        }
    }

    /** @param url where it is shown; until it is published, to members only */
    record MaterialFile(FileId id, String url, String contentType, String name, int bytes, int width, int height) {

        static MaterialFile of(Stored stored) {
            return new MaterialFile(
                    stored.id(),
                    FileAddress.path(stored.id()),
                    stored.contentType(),
                    stored.name(),
                    stored.bytes(),
                    stored.width(),
                    stored.height());
        }
    }
}
