package io.tilth.messaging.welcome;

import io.tilth.content.FileAddress;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Material;
import io.tilth.tracking.Shares;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The materials of a welcome: each a share for this very customer, made once however often it is tried. */
@Service
@Transactional
class WelcomeShareService {

    private final WelcomeRepository welcomes;
    private final Materials materials;
    private final Shares shares;

    WelcomeShareService(WelcomeRepository welcomes, Materials materials, Shares shares) {
        this.welcomes = welcomes;
        this.materials = materials;
        this.shares = shares;
    }

    /** One that nobody can read any more is left out. */
    List<SharedMaterial> of(Welcome welcome) {
        if (welcome.words().materials().isEmpty()) {
            return List.of();
        }
        return welcomes.links(welcome.id()).orElseGet(() -> make(welcome));
    }

    void sent(Welcome welcome) {
        welcomes.links(welcome.id()).orElse(List.of()).forEach(link -> shares.sent(link.share()));
    }

    void missed(Welcome welcome) {
        welcomes.links(welcome.id()).orElse(List.of()).forEach(link -> shares.cancel(link.share()));
    }

    private List<SharedMaterial> make(Welcome welcome) {
        var links = welcome.words().materials().stream()
                .flatMap(id -> materials.find(id).stream())
                .filter(material -> material.state() == Materials.State.PUBLISHED)
                .map(material -> share(welcome, material))
                .toList();
        welcomes.link(welcome.id(), links);
        return links;
    }

    private SharedMaterial share(Welcome welcome, Material material) {
        var made = shares.mint(material.id(), welcome.member(), Optional.of(welcome.customer()), Shares.Way.WELCOME);
        return new SharedMaterial(
                made.id(),
                material.title(),
                material.description(),
                made.url(),
                material.cover().map(FileAddress::path).map(made.url()::resolve));
    }
}
