package io.tilth.tracking.reach;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.tilth.acquisition.ChannelCodeKit;
import io.tilth.content.Files;
import io.tilth.content.MaterialDesk;
import io.tilth.content.MaterialDesk.Card;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Box;
import io.tilth.kernel.Probing;
import io.tilth.tracking.Shares;
import io.tilth.tracking.Shares.Way;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A poster carries the code of whoever sent it, also after it was saved and handed on as a picture. */
class PosterTest extends ChannelCodeKit {

    private static final int WIDTH = 750;
    private static final int HEIGHT = 1334;

    @Autowired
    MaterialDesk desk;

    @Autowired
    Files files;

    @Autowired
    Shares shares;

    @Test
    void holdsTheCodeOfItsSenderAsOnePicture() throws Exception {
        var link = shared(0);

        var poster = get(link + "/poster");

        assertThat(poster.headers().firstValue("Content-Type")).contains("image/jpeg");
        var picture = ImageIO.read(new ByteArrayInputStream(poster.body()));
        assertThat(picture.getWidth()).isEqualTo(WIDTH);
        assertThat(picture.getHeight()).isEqualTo(HEIGHT);
        assertThat(new Color(picture.getRGB(20, 20)).getGreen())
                .as("the poster itself")
                .isBetween(110, 140);
        assertThat(said(picture))
                .isEqualTo(said(ImageIO.read(
                        new ByteArrayInputStream(get(link + "/find").body()))));
        assertThat(new String(get(link).body())).contains("src=\"" + link + "/poster\"", "data-box=\"700 800 240\"");
    }

    @Test
    void isGivenToEachMemberWithTheirOwnCode() throws Exception {
        var material = poster();

        var first = said(ofMember(material, 0));
        var second = said(ofMember(material, 1));

        assertThat(first).isNotEqualTo(second).isEqualTo(said(ofMember(material, 0)));
    }

    @Test
    void isShownWithoutACodeWhileWecomGivesNone() throws Exception {
        var link = shared(2);
        in(() -> jdbc.sql("""
                insert into tracking.member_code (tenant_id, member_id, claimed_at)
                values (:tenant, :member, now())
                """).param("member", member(2).value()).update()); // somebody is asking for it just now

        var answer = get(link + "/poster");

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).startsWith("/f/");
    }

    private String shared(int sender) throws IOException {
        var material = poster();
        return in(() -> "/r/"
                + shares.mint(material, member(sender), Optional.empty(), Way.OPEN)
                        .code());
    }

    private MaterialId poster() throws IOException {
        var sheet = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        var pen = sheet.createGraphics();
        pen.setColor(new Color(30, 125, 80));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(sheet, "png", bytes);
        return in(() -> {
            var picture = files.keepPicture("海报.png", new ByteArrayInputStream(bytes.toByteArray()));
            var material = desk.poster(
                    new Card("新店开业", "", Optional.empty(), false, Optional.empty()),
                    picture.id(),
                    new Box(700, 800, 240));
            desk.publish(material);
            return material;
        });
    }

    private BufferedImage ofMember(MaterialId material, int number) throws Exception {
        var rights = "share:write,MEMBER=" + member(number).value();
        var guide = new Probing(port, acme.tenant(), UUID.randomUUID(), rights);
        return ImageIO.read(new ByteArrayInputStream(
                send(guide.request("/api/v1/posters/" + material.value())).body()));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("User-Agent", "Mozilla/5.0 (Linux; Android 10) Chrome/86.0"));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        }
    }

    private static String said(BufferedImage picture) throws ReaderException {
        int width = picture.getWidth();
        int height = picture.getHeight();
        var dots = picture.getRGB(0, 0, width, height, null, 0, width);
        var seen = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, dots)));
        return new QRCodeReader().decode(seen).getText();
    }
}
