package io.tilth.acquisition.code;

import io.tilth.directory.MemberLeft;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

@Component
class CodeListener {

    private final CodeTendingService codes;

    CodeListener(CodeTendingService codes) {
        this.codes = codes;
    }

    @ApplicationModuleListener
    void on(MemberLeft event) {
        codes.left(event.member());
    }
}
