package io.tilth.tracking.share;

import io.tilth.content.MaterialFigures;
import io.tilth.content.MaterialId;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells the library how often its materials were sent and opened. */
@Service
@Transactional(readOnly = true)
class ShareFigureService implements MaterialFigures {

    private final ShareListRepository shares;

    ShareFigureService(ShareListRepository shares) {
        this.shares = shares;
    }

    @Override
    public Map<MaterialId, Figures> of(Collection<MaterialId> materials) {
        var sent = shares.sent(materials);
        var opened = shares.opened(materials);
        return materials.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        one -> new Figures(sent.getOrDefault(one, 0L), opened.getOrDefault(one, 0L))));
    }
}
