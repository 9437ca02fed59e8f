package io.tilth.acquisition.code;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Refusal;
import io.tilth.messaging.WelcomePictureId;
import io.tilth.messaging.WelcomePictures;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pictures of codes, ready for print. */
@RestController
@RequestMapping("/api/v1/channel-codes/{id}")
@Needs("channel-code:read")
class QrController {

    private final ChannelCodeService codes;
    private final WelcomePictures pictures;

    QrController(ChannelCodeService codes, WelcomePictures pictures) {
        this.codes = codes;
        this.pictures = pictures;
    }

    @GetMapping(path = "/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> png(
            @PathVariable ChannelCodeId id,
            @RequestParam(defaultValue = "600") @Min(120) @Max(2_000) int size,
            @RequestParam(required = false) @Nullable WelcomePictureId logo) {
        var code = codes.get(id);
        return answer(code, "png", MediaType.IMAGE_PNG, picture(code).png(size, logo(logo)));
    }

    @GetMapping(path = "/qr.svg", produces = "image/svg+xml")
    ResponseEntity<byte[]> svg(
            @PathVariable ChannelCodeId id,
            @RequestParam(defaultValue = "600") @Min(120) @Max(2_000) int size,
            @RequestParam(required = false) @Nullable WelcomePictureId logo) {
        var code = codes.get(id);
        var svg = picture(code).svg(size, logo(logo)).getBytes(UTF_8);
        return answer(code, "svg", MediaType.parseMediaType("image/svg+xml"), svg);
    }

    private static QrPicture picture(ChannelCode code) {
        return code.way().content().map(QrPicture::new).orElseThrow(() -> Refusal.conflict("channel-code-not-drawn"));
    }

    private Optional<byte[]> logo(@Nullable WelcomePictureId id) {
        return Optional.ofNullable(id)
                .map(wanted -> pictures.bytes(wanted).orElseThrow(() -> Refusal.notFound("welcome-picture-not-found")));
    }

    private static ResponseEntity<byte[]> answer(ChannelCode code, String ending, MediaType type, byte[] bytes) {
        var name = ContentDisposition.inline()
                .filename(code.name() + "." + ending, UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(bytes);
    }
}
