package io.tilth.sandbox.judge;

import cn.binarywang.wx.miniapp.api.WxMaService;
import cn.binarywang.wx.miniapp.api.impl.WxMaServiceImpl;
import cn.binarywang.wx.miniapp.config.impl.WxMaDefaultConfigImpl;
import io.tilth.sandbox.Sandbox;
import io.tilth.sandbox.seed.EmptyCompany;
import io.tilth.sandbox.seed.Neighbours;
import me.chanjar.weixin.common.bean.WxJsapiSignature;
import me.chanjar.weixin.common.util.crypto.SHA1;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.api.impl.WxCpServiceImpl;
import me.chanjar.weixin.cp.bean.WxCpTpPermanentCodeInfo;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.config.impl.WxCpTpDefaultConfigImpl;
import me.chanjar.weixin.cp.tp.service.WxCpTpService;
import me.chanjar.weixin.cp.tp.service.impl.WxCpTpServiceImpl;
import me.chanjar.weixin.mp.api.WxMpService;
import me.chanjar.weixin.mp.api.impl.WxMpServiceImpl;
import me.chanjar.weixin.mp.config.WxMpHostConfig;
import me.chanjar.weixin.mp.config.impl.WxMpDefaultConfigImpl;

/** WxJava as it comes, with nothing changed but the hosts. */
final class Clients {
    private final Sandbox sandbox;
    private final WxCpService cp;
    private final WxMpService mp;
    private final WxMaService ma;
    private final WxCpTpService provider;

    Clients(Sandbox sandbox) {
        this.sandbox = sandbox;
        this.cp = cpWithSecret(EmptyCompany.SECRET, EmptyCompany.AGENT);
        this.mp = serviceAccount();
        this.ma = miniProgram();
        this.provider = template();
    }

    WxCpService cp() {
        return cp;
    }

    WxMpService mp() {
        return mp;
    }

    WxMaService ma() {
        return ma;
    }

    WxCpTpService provider() {
        return provider;
    }

    WxCpService cpWithSecret(String secret, int agent) {
        var config = new WxCpDefaultConfigImpl();
        config.setBaseApiUrl(sandbox.url());
        config.setCorpId(EmptyCompany.CORP);
        config.setCorpSecret(secret);
        config.setAgentId(agent);
        var service = new WxCpServiceImpl();
        service.setWxCpConfigStorage(config);
        service.setMaxRetryTimes(1);
        return service;
    }

    /** A provider-developed app works as a self-built one, with the permanent code for its secret. */
    WxCpService providerDeveloped(WxCpTpPermanentCodeInfo installed) {
        return cpWithSecret(
                installed.getPermanentCode(),
                installed.getAuthInfo().getAgents().getFirst().getAgentId());
    }

    static boolean isSigned(WxJsapiSignature signature, String ticket) {
        return SHA1.genWithAmple(
                        "jsapi_ticket=" + ticket,
                        "noncestr=" + signature.getNonceStr(),
                        "timestamp=" + signature.getTimestamp(),
                        "url=" + signature.getUrl())
                .equals(signature.getSignature());
    }

    private WxMpService serviceAccount() {
        var config = new WxMpDefaultConfigImpl();
        config.setAppId(Neighbours.SERVICE_ACCOUNT);
        config.setSecret(Neighbours.SERVICE_ACCOUNT_SECRET);
        config.setHostConfig(WxMpHostConfig.builder()
                .apiHost(sandbox.url())
                .openHost(sandbox.url())
                .mpHost(sandbox.url())
                .build());
        var service = new WxMpServiceImpl();
        service.setWxMpConfigStorage(config);
        return service;
    }

    private WxMaService miniProgram() {
        var config = new WxMaDefaultConfigImpl();
        config.setAppid(Neighbours.MINI_PROGRAM);
        config.setSecret(Neighbours.MINI_PROGRAM_SECRET);
        config.setApiHostUrl(sandbox.url());
        var service = new WxMaServiceImpl();
        service.setWxMaConfig(config);
        return service;
    }

    private WxCpTpService template() {
        var config = new WxCpTpDefaultConfigImpl();
        config.setBaseApiUrl(sandbox.url());
        config.setSuiteId(Neighbours.TEMPLATE);
        config.setSuiteSecret(Neighbours.TEMPLATE_SECRET);
        config.setCorpId(Neighbours.PROVIDER);
        config.setProviderSecret(Neighbours.PROVIDER_SECRET);
        var service = new WxCpTpServiceImpl();
        service.setWxCpTpConfigStorage(config);
        return service;
    }
}
