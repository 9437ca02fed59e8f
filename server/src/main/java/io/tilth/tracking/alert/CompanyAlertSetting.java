package io.tilth.tracking.alert;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.tilth.directory.Notices.Quiet;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;

/** When the company wants its members to be alerted, and when it wants to leave them alone. */
record CompanyAlertSetting(
        @NotNull Boolean onContact,
        @NotNull Boolean onPhone,
        @NotNull Boolean onPriced,

        @NotNull @Min(1) @Max(90) Integer pricedAgainDays,

        @NotNull @Min(1) @Max(365) Integer againDays,

        @NotNull @Min(5) @Max(600) Integer readSeconds,

        @NotNull @Min(1) @Max(120) Integer mergeMinutes,

        @NotNull @Min(1) @Max(240) Integer mergeMost,

        @NotNull @Min(0) @Max(60) Integer perHour,

        @NotNull @Min(0) @Max(300) Integer perDay,

        @NotNull @Size(min = 1, max = 6) @JsonFormat(pattern = "HH:mm")
        List<@NotNull LocalTime> digests,

        @NotNull @Min(1) @Max(20) Integer digestTop,

        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime workFrom,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime workTo,

        @NotNull @Min(1) @Max(240) Integer spareAfter,

        @NotNull @Min(1) @Max(480) Integer managerAfter,

        @NotNull @Min(0) @Max(240) Integer firstReplyAfter,

        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime quietFrom,
        @NotNull @JsonFormat(pattern = "HH:mm") LocalTime quietTo,
        @NotNull Integer version) {

    static CompanyAlertSetting of(AlertSetting setting, Quiet quiet, int version) {
        return new CompanyAlertSetting(
                setting.onContact(),
                setting.onPhone(),
                setting.onPriced(),
                setting.pricedAgainDays(),
                setting.againDays(),
                setting.readSeconds(),
                setting.mergeMinutes(),
                setting.mergeMost(),
                setting.perHour(),
                setting.perDay(),
                setting.digests(),
                setting.digestTop(),
                setting.workFrom(),
                setting.workTo(),
                setting.spareAfter(),
                setting.managerAfter(),
                setting.firstReplyAfter(),
                quiet.from(),
                quiet.to(),
                version);
    }

    Quiet quiet() {
        return new Quiet(quietFrom, quietTo);
    }

    AlertSetting setting() {
        return new AlertSetting(
                onContact,
                onPhone,
                onPriced,
                pricedAgainDays,
                againDays,
                readSeconds,
                mergeMinutes,
                mergeMost,
                perHour,
                perDay,
                digests,
                digestTop,
                workFrom,
                workTo,
                spareAfter,
                managerAfter,
                firstReplyAfter);
    }
}
