package io.tilth.acquisition;

import io.tilth.content.MaterialId;
import io.tilth.kernel.Refusal;
import io.tilth.messaging.Welcomes.Attachment;
import io.tilth.messaging.Welcomes.Words;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * How new friends are greeted, by the time of day: those of one code, or all whom no code of ours brought.
 *
 * @param night from 21:00 to 9:00; empty to say the same as by day
 * @param materials each goes as a link of its own for this very customer
 */
public record CodeWelcome(
        boolean on, String day, String night, List<MaterialId> materials, List<Attachment> attachments) {

    private static final LocalTime EVENING = LocalTime.of(21, 0);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /** For who scans a code that is retired or over: friendly, and promising nothing. */
    public static final Words NEUTRAL = new Words("您好,我是{门店}的{称呼},有想了解的随时说~", List.of(), List.of());

    private static final int PIECES = 9;
    private static final int LONGEST = 1_000;

    public CodeWelcome {
        day = day.strip();
        night = night.strip();
        materials = List.copyOf(materials);
        attachments = List.copyOf(attachments);
        Refusal.unless(day.length() <= LONGEST && night.length() <= LONGEST, "channel-code-welcome-too-long");
        Refusal.unless(materials.size() + attachments.size() <= PIECES, "channel-code-welcome-too-many");
        Refusal.unless(
                !on || !day.isEmpty() || !materials.isEmpty() || !attachments.isEmpty(), "channel-code-welcome-empty");
    }

    public static CodeWelcome of(GreetingOfCode told) {
        var pieces =
                told.pieces().stream().map(GreetingOfCode.Piece::attachment).toList();
        return new CodeWelcome(told.on(), told.day(), told.night(), told.materials(), pieces);
    }

    public GreetingOfCode told() {
        var pieces = attachments.stream().map(GreetingOfCode.Piece::of).toList();
        return new GreetingOfCode(on, day, night, materials, pieces);
    }

    public Optional<Words> words(LocalTime now) {
        boolean atNight = !now.isBefore(EVENING) || now.isBefore(MORNING);
        var text = atNight && !night.isEmpty() ? night : day;
        return on ? Optional.of(new Words(text, materials, attachments)) : Optional.empty();
    }
}
