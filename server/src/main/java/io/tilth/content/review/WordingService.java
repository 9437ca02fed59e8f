package io.tilth.content.review;

import io.tilth.content.Wording;
import io.tilth.kernel.Audit;
import io.tilth.kernel.Audit.Subject;
import io.tilth.kernel.Refusal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional
class WordingService implements Wording {

    private final WordList house = WordList.ofHouse();
    private final ReviewRepository settings;
    private final Audit audit;

    WordingService(ReviewRepository settings, Audit audit) {
        this.settings = settings;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean alwaysReviewed() {
        return setting().always();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Finding> check(List<Passage> passages) {
        var setting = setting();
        return house.with(setting.own(), setting.allowed()).check(passages);
    }

    @Transactional(readOnly = true)
    public ReviewSetting setting() {
        return settings.find().orElse(ReviewSetting.USUAL);
    }

    public ReviewSetting change(ReviewSetting setting) {
        if (!settings.save(setting)) {
            throw Refusal.stale(setting());
        }
        audit.note(
                "material-review.changed",
                Subject.of("material-review", "words"),
                Map.of("always", setting.always(), "own", setting.own(), "allowed", setting.allowed()));
        return setting();
    }

    List<WordList.Entry> house() {
        return house.entries();
    }
}
