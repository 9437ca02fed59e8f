package io.tilth.acquisition.print;

import io.tilth.acquisition.print.PackQueue.PackOrder;
import io.tilth.acquisition.print.PackStepService.Draft;
import io.tilth.kernel.TenantVisits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;

/** Draws a whole pack, and says now and then how far it has come. */
@Component
class Printer {

    private static final int STEP = 50;

    private final TenantVisits visits;
    private final PackStepService steps;
    private final PrintPack pdf;

    Printer(TenantVisits visits, PackStepService steps, PrintPack pdf) {
        this.visits = visits;
        this.steps = steps;
        this.pdf = pdf;
    }

    /** Does nothing when the pack has ended or gone. */
    void print(PackOrder order) {
        visits.apart(order.tenant(), () -> {
            steps.begin(order.pack()).ifPresent(this::draw);
            return order;
        });
    }

    void giveUp(PackOrder order) {
        visits.apart(order.tenant(), () -> {
            steps.giveUp(order.pack());
            return order;
        });
    }

    private void draw(Draft draft) {
        var id = draft.pack().id();
        var file = new ByteArrayOutputStream();
        try {
            pdf.write(draft.cards(), draft.pack().sheet(), draft.pack().hint(), file, done -> {
                if (done % STEP == 0 || done == draft.cards().size()) {
                    steps.progress(id, done);
                }
            });
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        steps.keep(id, file.toByteArray());
    }
}
