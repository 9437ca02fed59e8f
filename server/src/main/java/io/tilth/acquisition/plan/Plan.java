package io.tilth.acquisition.plan;

import io.tilth.wecom.CompanyId;

/** One template from which each shop gets a code, 活码方案. */
record Plan(PlanId id, CompanyId company, PlanTemplate template, int version) {

    String name() {
        return template.name().strip();
    }
}
