package io.tilth.tracking.alert;

import io.tilth.content.MaterialId;
import io.tilth.content.Materials;
import io.tilth.customer.CustomerId;
import io.tilth.customer.Scores.Grade;
import io.tilth.directory.MemberId;
import io.tilth.tracking.AlertId;
import io.tilth.tracking.Certainty;
import io.tilth.tracking.VisitMoved.Deed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as its member sees it.
 *
 * @param page that was studied, where the deed is about one
 * @param pages that the document has
 * @param visits how often the customer has read this material
 * @param quietDays since they last read it
 * @param forwardReaders who read what the customer handed on
 * @param member who has to answer it now
 * @param owner whose customer it was first
 */
record ListedAlert(
        AlertId id,
        AlertedCustomer customer,
        AlertLevel level,
        AlertCause cause,
        Certainty certainty,
        Instant at,
        Instant movedAt,
        AlertedMaterial material,
        int seconds,
        int percent,
        @Nullable Integer page,
        @Nullable Integer pages,
        int visits,
        @Nullable Integer quietDays,
        int forwardReaders,
        Deed deed,
        AlertMember member,
        AlertMember owner,
        AlertState state,
        @Nullable Instant contactedAt,
        @Nullable Instant dueAt,
        Suggestion suggestion,
        List<EarlierReading> history) {

    /** @param handover whether a colleague is taking them over, 接替中: nobody can chat with them meanwhile */
    record AlertedCustomer(
            CustomerId id, String name, Optional<String> avatar, int score, Grade grade, boolean handover) {}

    record AlertedMaterial(MaterialId id, String title, Materials.@Nullable Kind kind, boolean priced) {}

    record AlertMember(MemberId id, String name) {}

    /**
     * What to do next.
     *
     * @param sentence ready to be sent
     * @param materialId to send along: what the customer has not read yet
     */
    record Suggestion(
            String step,
            String sentence,
            @Nullable MaterialId materialId,
            @Nullable String materialTitle) {}

    record EarlierReading(String title, Instant at, int seconds) {}
}
