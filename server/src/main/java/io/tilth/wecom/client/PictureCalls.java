package io.tilth.wecom.client;

import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomPictures;
import io.tilth.wecom.WecomRefusal;
import io.tilth.wecom.WecomRefusal.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.http.client.methods.HttpGet;
import org.apache.http.impl.client.CloseableHttpClient;
import org.springframework.stereotype.Component;

@Component
class PictureCalls implements WecomPictures {

    private static final int LARGEST = 4 << 20;

    private final Calls calls;
    private final CloseableHttpClient http;

    PictureCalls(Calls calls, CloseableHttpClient http) {
        this.calls = calls;
        this.http = http;
    }

    @Override
    public URI keep(CompanyId company, String name, byte[] picture) {
        return send(
                name,
                picture,
                file -> URI.create(calls.call(
                        company,
                        "media/uploadimg",
                        line -> line.getMediaService().uploadImg(file.toFile()))));
    }

    @Override
    public String lend(CompanyId company, String name, byte[] picture) {
        return send(
                name,
                picture,
                file -> calls.call(
                        company,
                        "media/upload",
                        line -> line.getMediaService()
                                .upload("image", file.toFile())
                                .getMediaId()));
    }

    @Override
    public byte[] fetch(CompanyId company, URI url) {
        Calls.checkNoTransaction("picture");
        try (var answer = http.execute(new HttpGet(url));
                var bytes = answer.getEntity().getContent()) {
            if (answer.getStatusLine().getStatusCode() != 200) {
                throw new WecomRefusal("picture", 0, Kind.BUSY, "there is no picture at its address");
            }
            return bytes.readNBytes(LARGEST);
        } catch (IOException silence) {
            throw Kinds.refusal("picture", silence);
        }
    }

    /** WxJava wants a file; its ending says what it is. */
    private static <T> T send(String name, byte[] picture, Sending<T> sending) {
        try {
            Path file = Files.createTempFile("tilth-", name.endsWith(".png") ? ".png" : ".jpg");
            try {
                Files.write(file, picture);
                return sending.of(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        }
    }

    private interface Sending<T> {
        T of(Path file);
    }
}
