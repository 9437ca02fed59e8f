package io.tilth.acquisition.attribution;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.attribution.FigureService.Figures;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Needs("channel-code:read")
class FigureController {

    private final FigureService figures;

    FigureController(FigureService figures) {
        this.figures = figures;
    }

    @GetMapping("/api/v1/channel-codes/{id}/figures")
    CodeFigures figures(@PathVariable ChannelCodeId id, @RequestParam(defaultValue = "30") @Min(1) @Max(90) int days) {
        return CodeFigures.of(figures.of(id, days));
    }

    /**
     * What a code brought in the last days.
     *
     * @param added friendships 好友
     * @param fresh 新增客户: those whom nobody here knew before
     * @param lost friendships that ended
     * @param overCap came to a member who had reached the cap already
     * @param late came when the code was retired or over
     * @param bySpare came to a spare member
     */
    record CodeFigures(
            int added,
            int fresh,
            int lost,
            int overCap,
            int late,
            int bySpare,
            List<DayOfCode> days,
            List<MemberOfCode> members) {

        static CodeFigures of(Figures all) {
            var whole = all.whole();
            return new CodeFigures(
                    whole.added(),
                    whole.fresh(),
                    all.lost(),
                    whole.overCap(),
                    whole.late(),
                    whole.bySpare(),
                    all.days().stream()
                            .map(day -> new DayOfCode(day.day(), day.added(), day.fresh(), day.lost()))
                            .toList(),
                    all.members().stream()
                            .map(one -> new MemberOfCode(
                                    one.row().member(),
                                    one.name(),
                                    one.row().added(),
                                    one.row().today()))
                            .toList());
        }
    }

    record DayOfCode(LocalDate day, int added, int fresh, int lost) {}

    record MemberOfCode(MemberId id, String name, int added, int today) {}
}
