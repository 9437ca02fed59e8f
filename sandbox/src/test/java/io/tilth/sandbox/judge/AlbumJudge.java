package io.tilth.sandbox.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.bean.external.WxCpProductAlbumInfo;
import me.chanjar.weixin.cp.bean.external.interceptrule.ApplicableRange;
import me.chanjar.weixin.cp.bean.external.interceptrule.WxCpInterceptRule;
import me.chanjar.weixin.cp.bean.external.interceptrule.WxCpInterceptRuleAddRequest;
import me.chanjar.weixin.cp.bean.external.product.Attachment;
import me.chanjar.weixin.cp.bean.external.product.Image;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

abstract class AlbumJudge extends Judge {

    @TempDir
    Path folder;

    @Test
    void keepsProducts() throws Exception {
        var file = Files.write(folder.resolve("a.png"), Pictures.png()).toFile();
        var picture = new Image();
        picture.setMediaId(contacts().uploadAttachment("image", 2, file).getMediaId());
        var attachment = new Attachment();
        attachment.setImage(picture);
        var product = new WxCpProductAlbumInfo();
        product.setDescription("三门衣柜");
        product.setPrice(399900);
        product.setProductSn("YG3");
        product.setAttachments(List.of(attachment));
        var id = contacts().addProductAlbum(product);
        product.setProductId(id);
        product.setPrice(359900);
        contacts().updateProductAlbum(product);
        assertThat(contacts().getProductAlbum(id).getProduct().getPrice()).isEqualTo(359900);
        assertThat(contacts().getProductAlbumList(50, "").getProductList()).isNotEmpty();

        contacts().deleteProductAlbum(id);
        refused(40058, () -> contacts().getProductAlbum(id));
    }

    @Test
    void keepsRulesAgainstWords() throws WxErrorException {
        var range = new ApplicableRange();
        range.setUserList(List.of("zhangsan"));
        var add = new WxCpInterceptRuleAddRequest();
        add.setRuleName("绝对化用语");
        add.setWordList(List.of("最低价"));
        add.setSemanticsList(List.of(1));
        add.setInterceptType(2);
        add.setApplicableRange(range);
        var id = contacts().addInterceptRule(add);

        var change = new WxCpInterceptRule();
        change.setRuleId(id);
        change.setRuleName("广告法");
        change.setWordList(List.of("最低价", "国家级"));
        change.setInterceptType(1);
        contacts().updateInterceptRule(change);
        assertThat(contacts().getInterceptRuleDetail(id).getRule().getWordList())
                .hasSize(2);
        assertThat(contacts().getInterceptRuleList().getRuleList())
                .anySatisfy(rule -> assertThat(rule.getRuleName()).isEqualTo("广告法"));
        contacts().delInterceptRule(id);
        refused(40058, () -> contacts().getInterceptRuleDetail(id));
    }
}
