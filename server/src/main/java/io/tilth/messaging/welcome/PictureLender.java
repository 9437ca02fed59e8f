package io.tilth.messaging.welcome;

import io.tilth.messaging.WelcomePictureId;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomPictures;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Has WeCom keep copies of pictures, ahead of the 20 seconds where possible. Calls out. */
@Component
class PictureLender {

    private final WelcomePictureService pictures;
    private final WecomPictures wecom;

    PictureLender(WelcomePictureService pictures, WecomPictures wecom) {
        this.pictures = pictures;
        this.wecom = wecom;
    }

    /** Empty when there is no such picture any more. */
    Optional<URI> url(CompanyId company, WelcomePictureId id) {
        var kept = pictures.copy(company, id).flatMap(WelcomePicture.Copy::url);
        return kept.isPresent()
                ? kept
                : pictures.find(id).map(picture -> {
                    var url = wecom.keep(company, picture.name(), picture.bytes());
                    pictures.kept(company, id, url);
                    return url;
                });
    }

    /** An id that lives for another day at least. */
    Optional<String> media(CompanyId company, WelcomePictureId id) {
        var fresh = pictures.freshMedia(company, id);
        return fresh.isPresent() ? fresh : renew(company, id);
    }

    Optional<String> renew(CompanyId company, WelcomePictureId id) {
        return pictures.find(id).map(picture -> {
            var media = wecom.lend(company, picture.name(), picture.bytes());
            pictures.lent(company, id, media);
            return media;
        });
    }
}
