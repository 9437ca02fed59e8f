package io.tilth.tracking.reach;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tilth.content.FileAddress;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.content.Materials.Body.Poster;
import io.tilth.content.Posters;
import io.tilth.directory.MemberId;
import io.tilth.directory.Members;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TenantScope;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Posters with a member's own code drawn into them. May ask WeCom for the code, so it is in no transaction itself. */
@Component
class MemberPosters {

    /** The posters of a busy hour; drawing one takes a tenth of a second. */
    private static final long MOST_BYTES = 8L * 1024 * 1024;

    private static final Duration KEPT = Duration.ofHours(1);

    private record Key(TenantId tenant, Poster poster, MemberId member) {}

    private final Materials materials;
    private final Posters posters;
    private final Members members;
    private final MemberCodes codes;
    private final Cache<Key, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Key key, byte[] picture) -> picture.length)
            .expireAfterWrite(KEPT)
            .build();

    MemberPosters(Materials materials, Posters posters, Members members, MemberCodes codes) {
        this.materials = materials;
        this.posters = posters;
        this.members = members;
        this.codes = codes;
    }

    /** Empty when the material is no poster that may be read, or while there is no code for the member. */
    Optional<byte[]> draw(MaterialId material, MemberId member) {
        return poster(material).flatMap(poster -> draw(new Key(TenantScope.current(), poster, member)));
    }

    /** Where the poster is fetched as it was brought. */
    Optional<String> plain(MaterialId material) {
        return poster(material).map(poster -> FileAddress.path(poster.picture().picture()));
    }

    private Optional<Poster> poster(MaterialId material) {
        return materials.body(material).filter(Poster.class::isInstance).map(Poster.class::cast);
    }

    private Optional<byte[]> draw(Key key) {
        return Optional.ofNullable(drawn.getIfPresent(key))
                .or(() -> members.find(key.member())
                        .flatMap(codes::picture)
                        .flatMap(code -> materials
                                .file(key.poster().picture().picture())
                                .map(file -> posters.draw(file, key.poster().code(), code)))
                        .map(picture -> {
                            drawn.put(key, picture);
                            return picture;
                        }));
    }
}
