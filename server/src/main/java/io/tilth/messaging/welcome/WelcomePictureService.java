package io.tilth.messaging.welcome;

import io.tilth.messaging.WelcomePictureId;
import io.tilth.messaging.WelcomePictures;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class WelcomePictureService implements WelcomePictures {

    private static final Duration A_DAY_AND_A_HALF = Duration.ofHours(36);

    private final WelcomePictureRepository pictures;
    private final Companies companies;
    private final Clock clock;

    WelcomePictureService(WelcomePictureRepository pictures, Companies companies, Clock clock) {
        this.pictures = pictures;
        this.companies = companies;
        this.clock = clock;
    }

    WelcomePictureId add(WelcomePicture picture) {
        pictures.insert(picture, clock.instant());
        return picture.id();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> bytes(WelcomePictureId id) {
        return pictures.find(id).map(WelcomePicture::bytes);
    }

    @Transactional(readOnly = true)
    Optional<WelcomePicture> find(WelcomePictureId id) {
        return pictures.find(id);
    }

    @Transactional(readOnly = true)
    Optional<WelcomePicture.Copy> copy(CompanyId company, WelcomePictureId id) {
        return pictures.copy(company, id);
    }

    @Transactional(readOnly = true)
    Optional<String> freshMedia(CompanyId company, WelcomePictureId id) {
        return pictures.copy(company, id).flatMap(copy -> copy.fresh(clock.instant()));
    }

    void kept(CompanyId company, WelcomePictureId id, URI url) {
        pictures.keep(company, id, url);
    }

    void lent(CompanyId company, WelcomePictureId id, String media) {
        pictures.lend(company, id, media, clock.instant());
    }

    /** Uploads that WeCom forgets within a day and a half. */
    @Transactional(readOnly = true)
    List<WelcomePictureRepository.Lent> stale() {
        var connected = companies.connected().stream().map(Company::id).toList();
        return pictures.lentBefore(clock.instant().minus(A_DAY_AND_A_HALF)).stream()
                .filter(one -> connected.contains(one.company()))
                .toList();
    }
}
