package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class MediaJudge extends Judge {

    @TempDir
    Path folder;

    @Test
    void givesBackWhatWasUploaded() throws Exception {
        var picture = Pictures.png();
        var uploaded = cp().getMediaService().upload("image", new ByteArrayInputStream(picture), "a.png");
        assertThat(uploaded.getType()).isEqualTo("image");

        var downloaded = cp().getMediaService().download(uploaded.getMediaId());
        assertThat(Files.readAllBytes(downloaded.toPath())).isEqualTo(picture);
    }

    @Test
    void forgetsAnUploadAfterThreeDays() throws Exception {
        var uploaded =
                cp().getMediaService().upload("file", new ByteArrayInputStream("hello there".getBytes()), "a.txt");
        bench().later(Duration.ofDays(3).plusSeconds(1));

        refused(40007, () -> cp().getMediaService().download(uploaded.getMediaId()));
    }

    @Test
    void keepsAPictureForEverUnderItsOwnAddress() throws Exception {
        var file = Files.write(folder.resolve("a.png"), Pictures.png()).toFile();
        var url = cp().getMediaService().uploadImg(file);
        bench().later(Duration.ofDays(400));

        assertThat(bench().browser().fetch(url)).isEqualTo(Pictures.png());
    }

    @Test
    void takesAttachmentsForMomentsAndAlbums() throws Exception {
        var file = Files.write(folder.resolve("b.png"), Pictures.png()).toFile();

        assertThat(contacts().uploadAttachment("image", 1, file).getMediaId()).isNotBlank();
        assertThat(contacts().uploadAttachment("image", 2, file).getMediaId()).isNotBlank();
    }

    @Test
    void refusesWhatIsTooSmallTooLargeOrOfNoKnownKind() {
        var media = cp().getMediaService();
        refused(40006, () -> media.upload("file", new ByteArrayInputStream(new byte[5]), "a.txt"));
        refused(45001, () -> media.upload("image", new ByteArrayInputStream(Pictures.png(11 << 20)), "a.png"));
        refused(40004, () -> media.upload("image", new ByteArrayInputStream("no picture".getBytes()), "a.png"));
        refused(40005, () -> media.upload("poem", new ByteArrayInputStream("a long enough text".getBytes()), "a.txt"));
    }
}
