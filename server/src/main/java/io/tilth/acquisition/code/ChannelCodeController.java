package io.tilth.acquisition.code;

import io.tilth.acquisition.ChannelCodeId;
import io.tilth.acquisition.ChannelId;
import io.tilth.acquisition.CodeForm;
import io.tilth.acquisition.code.ChannelCode.Door;
import io.tilth.acquisition.code.CodeDeskService.Search;
import io.tilth.directory.DepartmentId;
import io.tilth.kernel.CallsOut;
import io.tilth.kernel.Needs;
import io.tilth.kernel.Page;
import io.tilth.kernel.Paging;
import io.tilth.kernel.Refusal;
import io.tilth.tracking.ReachHouse;
import io.tilth.wecom.Companies;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/channel-codes")
class ChannelCodeController {

    private final ChannelCodeService codes;
    private final CodeDeskService desk;
    private final CodeAligner aligner;
    private final Companies companies;
    private final ReachHouse house;
    private final MessageSource sentences;
    private final Clock clock;

    ChannelCodeController(
            ChannelCodeService codes,
            CodeDeskService desk,
            CodeAligner aligner,
            Companies companies,
            ReachHouse house,
            MessageSource sentences,
            Clock clock) {
        this.codes = codes;
        this.desk = desk;
        this.aligner = aligner;
        this.companies = companies;
        this.house = house;
        this.sentences = sentences;
        this.clock = clock;
    }

    @Needs("channel-code:read")
    @GetMapping
    Page<ListedChannelCode> search(
            @Valid @ParameterObject Wanted wanted, @ParameterObject Paging paging, Locale language) {
        var search = new Search(
                Optional.ofNullable(wanted.q()).orElse(""),
                Optional.ofNullable(wanted.channel()),
                Optional.ofNullable(wanted.department()),
                Boolean.TRUE.equals(wanted.retired()),
                Boolean.TRUE.equals(wanted.quiet()));
        return desk.search(search, paging).map(shown -> ListedChannelCode.of(shown, clock.instant(), words(language)));
    }

    @Needs("channel-code:read")
    @GetMapping("/{id}")
    ListedChannelCode get(@PathVariable ChannelCodeId id, Locale language) {
        return ListedChannelCode.of(desk.get(id), clock.instant(), words(language));
    }

    @Needs("channel-code:write")
    @CallsOut
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ListedChannelCode open(@Valid @RequestBody NewChannelCode request, Locale language) {
        var id = ChannelCodeId.next();
        var door = Door.of(Optional.ofNullable(request.kind()).orElse(CodeForm.DIRECT));
        codes.open(request.form().code(id, company(request.companyId()), door, ChannelCode.newState(), 1));
        aligner.align(id);
        return get(id, language);
    }

    @Needs("channel-code:write")
    @CallsOut
    @PutMapping("/{id}")
    ListedChannelCode change(
            @PathVariable ChannelCodeId id, @Valid @RequestBody ChangedChannelCode request, Locale language) {
        var before = codes.get(id);
        codes.change(request.form().code(id, before.company(), before.door(), before.state(), request.version()));
        aligner.align(id);
        return get(id, language);
    }

    @Needs("channel-code:write")
    @CallsOut
    @PostMapping("/{id}/retire")
    ListedChannelCode retire(@PathVariable ChannelCodeId id, Locale language) {
        codes.retire(id);
        aligner.align(id);
        return get(id, language);
    }

    /** The first company that is connected, unless another was chosen. */
    private CompanyId company(@Nullable CompanyId wanted) {
        return companies.connected().stream()
                .map(Company::id)
                .filter(id -> wanted == null || id.equals(wanted))
                .findFirst()
                .orElseThrow(() -> Refusal.conflict("channel-code-without-company"));
    }

    private ListedChannelCode.Words words(Locale language) {
        return new ListedChannelCode.Words(
                code -> sentence("channel-code.trouble.", code, language),
                code -> sentence("channel-code.aside.", code, language),
                page -> house.address("/c/" + page).toString());
    }

    private String sentence(String of, String code, Locale language) {
        var other = sentences.getMessage(of + "other", new Object[] {code}, language);
        return Optional.ofNullable(sentences.getMessage(of + code, null, other, language))
                .orElse(other);
    }

    /**
     * @param q a part of the name
     * @param channel with those below
     * @param department a region or a shop, with those below: only codes that lead to somebody there
     * @param quiet only those that nobody has scanned for seven days
     */
    record Wanted(
            @Nullable @Size(max = 30) String q,
            @Nullable ChannelId channel,
            @Nullable DepartmentId department,
            @Nullable Boolean retired,
            @Nullable Boolean quiet) {}

    /** @param kind 直连码 unless another is told; it stays so */
    record NewChannelCode(
            @Nullable CompanyId companyId,
            @Nullable CodeForm kind,
            @NotNull @Valid ChannelCodeForm form) {}

    record ChangedChannelCode(
            @NotNull @Valid ChannelCodeForm form, @NotNull Integer version) {}
}
