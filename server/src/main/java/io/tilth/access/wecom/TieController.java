package io.tilth.access.wecom;

import io.tilth.access.AccountId;
import io.tilth.directory.MemberId;
import io.tilth.kernel.Needs;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** As which members of the company an account's owner comes in by WeCom. */
@RestController
@RequestMapping("/api/v1/accounts/{id}/members/{member}")
class TieController {

    private final TieService ties;

    TieController(TieService ties) {
        this.ties = ties;
    }

    @Needs("account:write")
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void tie(@PathVariable AccountId id, @PathVariable MemberId member) {
        ties.tie(id, member);
    }

    @Needs("account:write")
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void untie(@PathVariable AccountId id, @PathVariable MemberId member) {
        ties.untie(id, member);
    }
}
