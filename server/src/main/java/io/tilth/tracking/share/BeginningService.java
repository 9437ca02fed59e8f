package io.tilth.tracking.share;

import io.tilth.tracking.Beginnings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
@Transactional(readOnly = true)
class BeginningService implements Beginnings {

    private final BeginningRepository rows;

    BeginningService(BeginningRepository rows) {
        this.rows = rows;
    }

    @Override
    public boolean sent() {
        return rows.sent();
    }

    @Override
    public boolean read() {
        return rows.read();
    }
}
