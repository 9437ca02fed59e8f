package io.tilth.acquisition.code;

import io.tilth.directory.MemberId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks which codes WeCom should be told of anew. */
@Service
@Transactional
class CodeTendingService {

    private final CodeSearchRepository codes;
    private final CodeDues dues;
    private final CodeQueue queue;

    CodeTendingService(CodeSearchRepository codes, CodeDues dues, CodeQueue queue) {
        this.codes = codes;
        this.dues = dues;
        this.queue = queue;
    }

    void tend() {
        codes.all().stream().filter(dues::due).forEach(queue::spread);
    }

    /** Those of whole departments are found at the next look around. */
    void left(MemberId member) {
        codes.of(member).forEach(queue::soon);
    }
}
