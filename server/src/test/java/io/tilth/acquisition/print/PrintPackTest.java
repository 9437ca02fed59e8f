package io.tilth.acquisition.print;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PrintPackTest {

    private static final String HINT = "微信扫一扫，添加专属顾问";

    @ParameterizedTest
    @EnumSource(Sheet.class)
    void eachCodeHasAPageThatAPhoneCanReadAndAPersonCanTellApart(Sheet sheet) throws Exception {
        var codes = List.of(
                new PrintedCode("禾木里全屋定制", "滨江龙湖店", "滨江店台卡 2026 秋", "https://work.weixin.qq.com/ca/one"),
                new PrintedCode("禾木里全屋定制", "西湖文三路店", "文三路台卡", "https://work.weixin.qq.com/ca/two"));
        try (var pack = print(codes, sheet)) {
            assertThat(pack.getNumberOfPages()).isEqualTo(2);
            for (int number = 0; number < 2; number++) {
                var code = codes.get(number);
                assertThat(text(pack, number)).contains(code.place(), code.name(), HINT);
                assertThat(scanned(pack, number)).isEqualTo(code.content());
            }
        }
    }

    @Test
    void pagesHaveTheSizeThatIsOrdered() throws Exception {
        try (var pack = print(List.of(code("店")), Sheet.CARD)) {
            var paper = pack.getPage(0).getMediaBox();
            assertThat(paper.getWidth() / 72 * 25.4f).isCloseTo(100, within(0.1f));
            assertThat(paper.getHeight() / 72 * 25.4f).isCloseTo(150, within(0.1f));
        }
    }

    @Test
    void longNamesGetSmallerAndUnknownCharactersDoNotFailThePack() throws Exception {
        var name = "一".repeat(60);
        try (var pack = print(List.of(code(name), code("𠮷野家")), Sheet.STICKER)) {
            assertThat(text(pack, 0)).contains(name);
            assertThat(text(pack, 1)).contains("□野家");
        }
    }

    private static PrintedCode code(String place) {
        return new PrintedCode("禾木里", place, "码", "https://example.com/c/1");
    }

    private static PDDocument print(List<PrintedCode> codes, Sheet sheet) throws Exception {
        var out = new ByteArrayOutputStream();
        new PrintPack().write(codes, sheet, HINT, out, done -> {});
        return Loader.loadPDF(out.toByteArray());
    }

    private static String text(PDDocument pack, int page) throws Exception {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        return stripper.getText(pack);
    }

    private static String scanned(PDDocument pack, int page) throws Exception {
        BufferedImage image = new PDFRenderer(pack).renderImageWithDPI(page, 150);
        int width = image.getWidth();
        int height = image.getHeight();
        var pixels = image.getRGB(0, 0, width, height, null, 0, width);
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }
}
