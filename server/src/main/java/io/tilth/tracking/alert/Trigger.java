package io.tilth.tracking.alert;

import io.tilth.tracking.VisitMoved;
import java.util.Optional;

/** Whether something a reader did is worth an alert, and how pressing it is. */
record Trigger(AlertLevel level, AlertCause cause) {

    static Optional<Trigger> of(VisitMoved moved, AlertSetting setting) {
        return immediate(moved, setting).or(() -> ordinary(moved, setting));
    }

    private static Optional<Trigger> immediate(VisitMoved moved, AlertSetting setting) {
        var cause = switch (moved.deed()) {
            case PHONE_LEFT -> when(setting.onPhone(), AlertCause.PHONE_LEFT);
            case CALL_TAPPED, FIND_ME_TAPPED -> when(setting.onContact(), AlertCause.CONTACT_TAPPED);
            case OPENED ->
                when(isReopened(moved, setting), AlertCause.REOPENED)
                        .or(() -> when(moved.priced() && setting.onPriced(), AlertCause.PRICED));
            default -> Optional.<AlertCause>empty();
        };
        return cause.map(found -> new Trigger(AlertLevel.IMMEDIATE, found));
    }

    private static boolean isReopened(VisitMoved moved, AlertSetting setting) {
        int enough = moved.priced() ? setting.pricedAgainDays() : setting.againDays();
        return moved.quietDays().filter(days -> days >= enough).isPresent();
    }

    private static Optional<Trigger> ordinary(VisitMoved moved, AlertSetting setting) {
        var cause = switch (moved.deed()) {
            case PAGE_STUDIED -> Optional.of(AlertCause.PAGE_STUDIED);
            case FORWARD_READ -> Optional.of(AlertCause.FORWARD_READ);
            case CALL_TAPPED, FIND_ME_TAPPED, PHONE_LEFT -> Optional.of(AlertCause.CONTACT_TAPPED);
            case STAYED, READ, READ_LONG, ENDED -> when(moved.seconds() >= setting.readSeconds(), AlertCause.READING);
            case OPENED -> Optional.<AlertCause>empty();
        };
        return cause.map(found -> new Trigger(AlertLevel.ORDINARY, found));
    }

    private static Optional<AlertCause> when(boolean holds, AlertCause cause) {
        return holds ? Optional.of(cause) : Optional.empty();
    }

    /** Whether the share went to one person, so that its reading is news by itself. */
    static boolean isPersonal(VisitMoved moved) {
        return switch (moved.way()) {
            case ONE_TO_ONE, WELCOME -> true;
            case BROADCAST, MOMENT, GROUP, OPEN -> false;
        };
    }
}
