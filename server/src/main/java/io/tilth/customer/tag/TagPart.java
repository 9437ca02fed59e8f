package io.tilth.customer.tag;

import io.tilth.wecom.SyncPart;
import io.tilth.wecom.WecomTags;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All corp tags in one piece. */
@Component
class TagPart implements SyncPart {

    private final WecomTags wecom;
    private final TagService tags;

    TagPart(WecomTags wecom, TagService tags) {
        this.wecom = wecom;
        this.tags = tags;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Optional<Piece> next(Run run, Optional<String> cursor) {
        if (cursor.isPresent()) {
            return Optional.empty();
        }
        var wanted = tags.wanted(run.company());
        return Optional.of(new All(run, wecom.all(run.company()), wanted));
    }

    private class All implements Piece {

        private final Run run;
        private final List<WecomTags.Group> told;
        private final Optional<Integer> wanted;

        All(Run run, List<WecomTags.Group> told, Optional<Integer> wanted) {
            this.run = run;
            this.told = told;
            this.wanted = wanted;
        }

        @Override
        public String cursor() {
            return "all";
        }

        @Override
        public Progress progress() {
            return new Progress(told.size(), told.size());
        }

        @Override
        public Map<String, Integer> store() {
            return tags.settle(run.company(), told, wanted);
        }
    }
}
