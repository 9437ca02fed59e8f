package io.tilth.wecom.connect;

import io.tilth.kernel.Refusal;
import io.tilth.kernel.TilthSettings;
import io.tilth.wecom.Company;
import io.tilth.wecom.CompanyId;
import io.tilth.wecom.WecomSettings;
import io.tilth.wecom.WecomSettings.Where;
import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;

/** What connecting looks like on this installation. */
@Component
class Connecting {

    private final TilthSettings house;
    private final WecomSettings settings;
    private final ConnectService companies;

    Connecting(TilthSettings house, WecomSettings settings, ConnectService companies) {
        this.house = house;
        this.settings = settings;
        this.companies = companies;
    }

    /** A company's own app is refused from a provider's address, and a provider's app from a company's server. */
    WecomSetting setting() {
        var offers = settings.hosted() ? List.of(Company.Kind.PROVIDER) : List.of(Company.Kind.SELF_BUILT);
        return new WecomSetting(settings.where(), offers, settings.addresses(), house.publicUrl());
    }

    /** A provider's app is installed in WeCom, not entered here. */
    void checkOffered(Company.Kind kind) {
        Refusal.unless(kind == Company.Kind.SELF_BUILT && !settings.hosted(), "wecom-kind-not-offered");
    }

    WecomLinks links(CompanyId id) {
        var key = companies.get(id).id().value();
        return new WecomLinks(
                at(house.workbench(), "/w?company=" + key),
                at(house.workbench(), "/w/sidebar?company=" + key),
                at(house.publicUrl(), "/sign-in?company=" + key));
    }

    private static URI at(URI house, String path) {
        return URI.create(house.toString().replaceAll("/+$", "") + path);
    }

    /**
     * @param offers kinds of app that can work here
     * @param addresses from which this installation calls WeCom
     */
    record WecomSetting(Where where, List<Company.Kind> offers, List<String> addresses, URI publicUrl) {}

    /** Addresses to paste into WeCom's pages. */
    record WecomLinks(URI home, URI sidebar, URI signIn) {}
}
