package io.tilth.sandbox;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.tilth.sandbox.acquisition.Acquisitions;
import io.tilth.sandbox.acquisition.LinkApi;
import io.tilth.sandbox.acquisition.LinkFiguresApi;
import io.tilth.sandbox.acquisition.LinkPage;
import io.tilth.sandbox.album.InterceptApi;
import io.tilth.sandbox.album.ProductApi;
import io.tilth.sandbox.api.Area;
import io.tilth.sandbox.groupwelcome.GroupWelcomeApi;
import io.tilth.sandbox.identity.MemberIdApi;
import io.tilth.sandbox.identity.PeopleIdApi;
import io.tilth.sandbox.jssdk.JsSdk;
import io.tilth.sandbox.jssdk.TicketApi;
import io.tilth.sandbox.jssdk.Tickets;
import io.tilth.sandbox.kf.Kf;
import io.tilth.sandbox.kf.KfAccountApi;
import io.tilth.sandbox.kf.KfCustomerApi;
import io.tilth.sandbox.kf.KfMessageApi;
import io.tilth.sandbox.kf.KfStateApi;
import io.tilth.sandbox.masssend.MassSendApi;
import io.tilth.sandbox.masssend.MassSends;
import io.tilth.sandbox.media.MediaApi;
import io.tilth.sandbox.message.MessageApi;
import io.tilth.sandbox.message.Messages;
import io.tilth.sandbox.moment.MomentApi;
import io.tilth.sandbox.moment.MomentTaskApi;
import io.tilth.sandbox.moment.Moments;
import io.tilth.sandbox.oauth.AuthorizePage;
import io.tilth.sandbox.oauth.MemberApi;
import io.tilth.sandbox.oauth.OAuthCodes;
import io.tilth.sandbox.oauth.ScanPage;
import io.tilth.sandbox.oauth.ServiceAccountApi;
import io.tilth.sandbox.provider.InstallPage;
import io.tilth.sandbox.provider.Installations;
import io.tilth.sandbox.provider.LicenceApi;
import io.tilth.sandbox.provider.Licences;
import io.tilth.sandbox.provider.ProviderControl;
import io.tilth.sandbox.provider.SuiteApi;
import io.tilth.sandbox.provider.SuiteLoginApi;
import io.tilth.sandbox.transfer.GroupTransferApi;
import io.tilth.sandbox.transfer.TransferApi;
import io.tilth.sandbox.transfer.Transfers;
import io.tilth.sandbox.web.Addresses;
import io.tilth.sandbox.web.Who;
import java.util.List;

/** What the platform offers beyond directory and customers: the parts that people act on, and their paths and pages. */
public final class Features {
    private final Platform platform;
    private final MediaApi media;
    private final Messages messages;
    private final Kf kf;
    private final MassSends massSends;
    private final Moments moments;
    private final Acquisitions acquisitions;
    private final Transfers transfers;
    private final OAuthCodes codes;
    private final Tickets tickets;
    private final JsSdk jsSdk;
    private final Installations installations;
    private final Licences licences;

    Features(Platform platform) {
        this.platform = platform;
        this.media = new MediaApi(platform);
        this.messages = new Messages(platform);
        this.kf = new Kf(platform);
        this.massSends = new MassSends(platform);
        this.moments = new Moments(platform);
        this.acquisitions = new Acquisitions(platform);
        this.transfers = new Transfers(platform);
        this.codes = new OAuthCodes(platform);
        this.tickets = new Tickets(platform);
        this.jsSdk = new JsSdk(platform, tickets);
        this.installations = new Installations(platform);
        this.licences = new Licences(platform);
    }

    /** Files that apps have uploaded. */
    public MediaApi media() {
        return media;
    }

    /** What apps send to members. */
    public Messages messages() {
        return messages;
    }

    /** 微信客服. */
    public Kf kf() {
        return kf;
    }

    /** What companies ask members to send to many. */
    public MassSends massSends() {
        return massSends;
    }

    /** What companies ask members to publish. */
    public Moments moments() {
        return moments;
    }

    /** 获客助手. */
    public Acquisitions acquisitions() {
        return acquisitions;
    }

    /** Customers on their way to another member. */
    public Transfers transfers() {
        return transfers;
    }

    /** The codes that tell who opened a page. */
    public OAuthCodes codes() {
        return codes;
    }

    public Tickets tickets() {
        return tickets;
    }

    /** Where members have opened a page. */
    public JsSdk jsSdk() {
        return jsSdk;
    }

    /** Which company has installed what. */
    public Installations installations() {
        return installations;
    }

    public Licences licences() {
        return licences;
    }

    List<Area> areas() {
        return List.of(
                media,
                new MessageApi(platform, messages, media, licences),
                new GroupWelcomeApi(platform, media),
                new KfAccountApi(platform),
                new KfMessageApi(platform, kf, media),
                new KfStateApi(platform, kf),
                new KfCustomerApi(platform),
                new ProductApi(platform, media),
                new InterceptApi(platform),
                new MassSendApi(platform, massSends, media),
                new MomentTaskApi(platform, moments, media),
                new MomentApi(platform, moments),
                new LinkApi(platform),
                new LinkFiguresApi(platform, acquisitions),
                new TransferApi(platform, transfers),
                new GroupTransferApi(platform, transfers),
                new MemberApi(platform, codes),
                new ServiceAccountApi(platform, codes),
                new TicketApi(platform, tickets),
                new SuiteApi(platform, installations),
                new SuiteLoginApi(platform, codes),
                new LicenceApi(platform, installations, licences),
                new PeopleIdApi(platform),
                new MemberIdApi(platform));
    }

    /** What a browser opens. */
    void serve(RoutesConfig http) {
        var install = new InstallPage(platform, installations);
        var scan = new ScanPage(platform, codes);
        http.get("/wework_pic/{id}/0", media::show);
        http.get("/connect/oauth2/authorize", new AuthorizePage(platform, codes)::show);
        http.get("/wwlogin/sso/login", scan::show);
        http.get("/wwopen/sso/qrConnect", scan::show);
        http.get("/3rdapp/install", install::install);
        http.get("/3rdapp/customized/auth", install::customized);
        http.get("/ca/{token}", new LinkPage(acquisitions)::show);
        http.get("/sandbox/be", Features::be);
        jsSdk.serve(http);
        new ProviderControl(platform, installations, licences).serve(http);
    }

    /** From now on this browser belongs to somebody. */
    private static void be(Context http) {
        Who.named(http).ifPresent(who -> who.remember(http));
        String to = Addresses.parameter(http, "to");
        http.redirect(to.startsWith("/") && !to.startsWith("//") ? to : "/");
    }
}
