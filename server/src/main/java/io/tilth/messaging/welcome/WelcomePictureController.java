package io.tilth.messaging.welcome;

import io.tilth.kernel.CallsOut;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.messaging.WelcomePictureId;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/welcome-pictures")
class WelcomePictureController {

    private final WelcomePictureService pictures;

    WelcomePictureController(WelcomePictureService pictures) {
        this.pictures = pictures;
    }

    @Needs("channel-code:write")
    @CallsOut // a picture is no answer to keep for a repeated request
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    AddedPicture add(@RequestPart MultipartFile file) throws IOException {
        Refusal.unless(file.getSize() <= WelcomePicture.LARGEST, "welcome-picture-too-large");
        return new AddedPicture(pictures.add(WelcomePicture.of(file.getBytes())));
    }

    @Needs("channel-code:read")
    @GetMapping(path = "/{id}", produces = "image/*")
    ResponseEntity<byte[]> show(@PathVariable WelcomePictureId id) {
        var picture = pictures.find(id).orElseThrow(() -> Refusal.notFound("welcome-picture-not-found"));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(picture.contentType()))
                .cacheControl(CacheControl.maxAge(Duration.ofDays(30)).cachePrivate())
                .body(picture.bytes());
    }

    record AddedPicture(WelcomePictureId id) {}
}
