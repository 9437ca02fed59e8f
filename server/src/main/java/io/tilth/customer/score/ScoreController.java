package io.tilth.customer.score;

import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Grade;
import io.tilth.customer.Scores.Kind;
import io.tilth.kernel.Needs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ScoreController {

    private final ScoreDeskService desk;
    private final MessageSource sentences;

    ScoreController(ScoreDeskService desk, MessageSource sentences) {
        this.desk = desk;
        this.sentences = sentences;
    }

    /** Why a customer's score is what it is, the latest first. */
    @Needs("customer:read")
    @GetMapping("/api/v1/customers/{id}/score")
    ExplainedScore explain(@PathVariable CustomerId id, Locale language) {
        var explained = desk.explain(id);
        return new ExplainedScore(
                explained.score().value(),
                explained.score().grade(),
                explained.lines().stream().map(line -> line(line, language)).toList());
    }

    @Needs("customer:read")
    @GetMapping("/api/v1/score-settings")
    ScoreRules rules() {
        return rules(desk.rules());
    }

    @Needs("customer-setting:write")
    @PutMapping("/api/v1/score-settings")
    ScoreRules change(@Valid @RequestBody ChangedScoreRules request) {
        return rules(desk.change(request.setting()));
    }

    private ScoreLine line(ScoreDeskService.Line line, Locale language) {
        var key = "score." + line.kind().name() + (line.title().isEmpty() ? "" : ".titled");
        var text = sentences.getMessage(key, new Object[] {line.title().orElse("")}, language);
        return new ScoreLine(text, line.points(), line.worth(), line.at(), line.kind());
    }

    private static ScoreRules rules(ScoreDeskService.Rules rules) {
        var setting = rules.setting();
        return new ScoreRules(
                setting.points(),
                setting.halfLife(),
                setting.dailyCap(),
                setting.repeatHours(),
                setting.high(),
                setting.middle(),
                setting.low(),
                setting.version(),
                rules.waiting(),
                ScoreSetting.DEFAULT.points());
    }

    record ExplainedScore(int value, Grade grade, List<ScoreLine> lines) {}

    /**
     * @param text what they did, as a sentence
     * @param points what it counted on its day
     * @param worth what of it is left now
     */
    record ScoreLine(String text, double points, double worth, Instant at, Kind kind) {}

    /**
     * @param halfLife days after which a signal is worth half
     * @param waiting how many customers are still to be counted by these rules
     * @param usual the points that companies begin with
     */
    record ScoreRules(
            Map<Kind, Integer> points,
            int halfLife,
            int dailyCap,
            int repeatHours,
            int high,
            int middle,
            int low,
            int version,
            int waiting,
            Map<Kind, Integer> usual) {}

    record ChangedScoreRules(
            @NotNull Map<@NotNull Kind, @NotNull Integer> points,
            @NotNull Integer halfLife,
            @NotNull Integer dailyCap,
            @NotNull Integer repeatHours,
            @NotNull Integer high,
            @NotNull Integer middle,
            @NotNull Integer low,
            @NotNull Integer version) {

        ScoreSetting setting() {
            return new ScoreSetting(points, halfLife, dailyCap, repeatHours, high, middle, low, version);
        }
    }
}
