package io.tilth.wecom.connect;

import static org.springframework.http.HttpStatus.NO_CONTENT;

import io.tilth.kernel.CallsOut;
import io.tilth.kernel.Needs;
import io.tilth.wecom.CompanyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The steps of connecting a company: looked at live, or declared where WeCom cannot be asked. */
@RestController
@RequestMapping("/api/v1/wecom/companies/{id}")
class StepController {

    private final ConnectService companies;
    private final StepService steps;
    private final StepChecks checks;
    private final StepSentences sentences;
    private final DomainService domains;

    StepController(
            ConnectService companies,
            StepService steps,
            StepChecks checks,
            StepSentences sentences,
            DomainService domains) {
        this.companies = companies;
        this.steps = steps;
        this.checks = checks;
        this.sentences = sentences;
        this.domains = domains;
    }

    @Needs("wecom:read")
    @GetMapping("/steps")
    List<ConnectStep> list(@PathVariable CompanyId id) {
        var kind = companies.get(id).kind();
        return steps.of(id).stream().map(step -> sentences.view(kind, step)).toList();
    }

    @Needs("wecom:write")
    @CallsOut
    @PostMapping("/steps/{key}/check")
    ConnectStep check(@PathVariable CompanyId id, @PathVariable Step key) {
        return sentences.view(companies.get(id).kind(), checks.check(id, key));
    }

    @Needs("wecom:write")
    @PostMapping("/steps/{key}/declare")
    ConnectStep declare(@PathVariable CompanyId id, @PathVariable Step key) {
        return sentences.view(companies.get(id).kind(), steps.declare(id, key));
    }

    @Needs("wecom:write")
    @PutMapping("/domain-file")
    @ResponseStatus(NO_CONTENT)
    void keepFile(@PathVariable CompanyId id, @Valid @RequestBody NewDomainFile request) {
        domains.keepFile(id, new DomainFile(request.name(), request.content()));
    }

    @Needs("wecom:write")
    @DeleteMapping("/domain-file")
    @ResponseStatus(NO_CONTENT)
    void removeFile(@PathVariable CompanyId id) {
        domains.removeFile(id);
    }

    record NewDomainFile(
            @NotBlank @Size(max = 60) String name,
            @NotBlank @Size(max = 300) String content) {}
}
