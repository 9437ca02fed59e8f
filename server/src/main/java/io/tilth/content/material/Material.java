package io.tilth.content.material;

import io.tilth.content.FolderId;
import io.tilth.content.MaterialId;
import io.tilth.content.Materials.Kind;
import io.tilth.content.Materials.State;
import io.tilth.content.Wording.Finding;
import io.tilth.kernel.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A material on its way: people work on the draft, customers read what was published.
 *
 * @param draft the number of the version that people work on, or worked on last
 * @param published the number of the version that customers read
 * @param publishWhenReady a document that was to be published before its pages were there
 */
record Material(
        MaterialId id,
        Kind kind,
        Optional<FolderId> folder,
        State state,
        int draft,
        Optional<Integer> published,
        boolean publishWhenReady,
        List<Finding> findings,
        Optional<String> reason,
        Trail trail,
        int version) {

    /** Who began it, and when what happened. */
    record Trail(String createdBy, Instant createdAt, Instant updatedAt, Optional<Instant> publishedAt) {

        Trail at(Instant now) {
            return new Trail(createdBy, createdAt, now, publishedAt);
        }

        Trail publishedAt(Instant now) {
            return new Trail(createdBy, createdAt, now, Optional.of(now));
        }
    }

    Material {
        findings = List.copyOf(findings);
    }

    static Material begin(Kind kind, Optional<FolderId> folder, String by, Instant now) {
        var trail = new Trail(by, now, now, Optional.empty());
        return new Material(
                MaterialId.next(),
                kind,
                folder,
                State.DRAFT,
                1,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                trail,
                1);
    }

    /** Work goes on; a version that customers have read stays as it was. */
    Material edit(Optional<FolderId> into, boolean draftWasPublished, Instant now) {
        checkOurs();
        var next = published.isPresent() ? State.PUBLISHED : State.DRAFT;
        int number = draftWasPublished ? draft + 1 : draft;
        return new Material(id, kind, into, next, number, published, false, List.of(), reason, trail.at(now), version);
    }

    /** To a reviewer, with what the word list found. */
    Material handIn(List<Finding> found, Instant now) {
        checkSubmittable();
        return with(State.IN_REVIEW, published, found, Optional.empty(), trail.at(now));
    }

    Material publish(Instant now) {
        checkOurs();
        return with(State.PUBLISHED, Optional.of(draft), List.of(), Optional.empty(), trail.publishedAt(now));
    }

    Material publishLater() {
        checkOurs();
        return new Material(id, kind, folder, state, draft, published, true, findings, reason, trail, version);
    }

    Material giveBack(String why, Instant now) {
        Refusal.unless(state == State.IN_REVIEW, "material-not-in-review");
        return with(
                published.isPresent() ? State.PUBLISHED : State.DRAFT,
                published,
                findings,
                Optional.of(why),
                trail.at(now));
    }

    Material withdraw(Instant now) {
        checkOurs();
        Refusal.unless(published.isPresent(), "material-not-published");
        return with(State.WITHDRAWN, Optional.empty(), List.of(), Optional.empty(), trail.at(now));
    }

    Material takeDown(String why, Instant now) {
        return with(State.TAKEN_DOWN, Optional.empty(), List.of(), Optional.of(why), trail.at(now));
    }

    /** The operator gives it back: nobody reads it until the company publishes it again. */
    Material restore(Instant now) {
        Refusal.unless(state == State.TAKEN_DOWN, "material-not-taken-down");
        return with(State.WITHDRAWN, Optional.empty(), List.of(), Optional.empty(), trail.at(now));
    }

    void checkSubmittable() {
        checkOurs();
        Refusal.unless(state != State.IN_REVIEW, "material-in-review");
    }

    /** Whether people have worked on it since customers got it. */
    boolean isChanged() {
        return published.filter(number -> number < draft).isPresent();
    }

    private void checkOurs() {
        Refusal.unless(state != State.TAKEN_DOWN, "material-taken-down");
    }

    private Material with(State next, Optional<Integer> read, List<Finding> found, Optional<String> why, Trail after) {
        return new Material(id, kind, folder, next, draft, read, false, found, why, after, version);
    }
}
