package io.tilth.content.material;

import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.access.BrowserTest;
import io.tilth.access.House;
import io.tilth.access.TestBrowser;
import io.tilth.content.FileAddress;
import io.tilth.content.Files;
import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** As a page shows it: a picture is fetched by the browser itself, with nothing but its cookie. */
@BrowserTest
class DraftPictureTest {

    @LocalServerPort
    int port;

    @Autowired
    House house;

    @Autowired
    Files files;

    @Test
    void showsADraftsPictureInTheEditorOfWhoIsSignedIn() {
        var acme = house.company("Acme");
        var lin = house.administrator(acme);
        var picture = house.in(
                acme,
                () -> FileAddress.path(files.keepPicture("a.png", new ByteArrayInputStream(MaterialKit.png(20, 10)))
                        .id()));
        var browser = new TestBrowser(port);
        assertThat(browser.get(picture).status()).isEqualTo(404);

        browser.signIn(lin.login(), House.PASSWORD);

        assertThat(browser.get(picture).status()).isEqualTo(200);
    }
}
