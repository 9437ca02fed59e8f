package io.tilth.wecom.envelope;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tilth.wecom.Envelopes.Form;
import io.tilth.wecom.Envelopes.Opened;
import io.tilth.wecom.Envelopes.Seal;
import io.tilth.wecom.Envelopes.Signature;
import io.tilth.wecom.Sealing;
import io.tilth.wecom.Sealing.Sealed;
import java.util.Optional;
import java.util.Random;
import me.chanjar.weixin.cp.config.impl.WxCpDefaultConfigImpl;
import me.chanjar.weixin.cp.util.crypto.WxCpCryptUtil;
import org.junit.jupiter.api.Test;

/** Opens what WeCom seals, and nothing else. */
class SealedEnvelopesTest {

    private static final String CORP = "ww1234567890abcdef";
    private static final String TOKEN = "aToken12";
    private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFE";
    private static final Sealing SEALING = new Sealing(TOKEN, KEY, CORP);
    private static final Seal SEAL = new Seal(TOKEN, KEY, CORP::equals);

    private final SealedEnvelopes envelopes = new SealedEnvelopes();
    private final Random random = new Random(7);

    @Test
    void opensWhatWasSealed() {
        for (int length = 0; length < 70; length++) {
            var message = "<xml><Event>e</Event><Text>" + "好".repeat(length) + "</Text></xml>";
            assertThat(open(SEALING.seal(message, random))).hasValueSatisfying(opened -> {
                assertThat(opened.plain()).isEqualTo(message);
                assertThat(opened.receiver()).isEqualTo(CORP);
                assertThat(opened.fields()).containsEntry("Event", "e");
            });
        }
    }

    @Test
    void opensWhatTheClientLibrarySeals() {
        var config = new WxCpDefaultConfigImpl();
        config.setCorpId(CORP);
        config.setToken(TOKEN);
        config.setAesKey(KEY);
        var body = new WxCpCryptUtil(config).encrypt("<xml><Event><![CDATA[subscribe]]></Event></xml>");
        var outer = Leaves.of(Form.XML, body).orElseThrow();
        var signature = new Signature(outer.get("MsgSignature"), outer.get("TimeStamp"), outer.get("Nonce"));

        assertThat(envelopes.open(SEAL, signature, Form.XML, body.getBytes(UTF_8)))
                .hasValueSatisfying(opened -> assertThat(opened.fields()).containsEntry("Event", "subscribe"));
    }

    @Test
    void sealsAsTheClientLibraryReads() {
        var sealed = SEALING.seal("<xml/>", random);
        var config = new WxCpDefaultConfigImpl();
        config.setCorpId(CORP);
        config.setToken(TOKEN);
        config.setAesKey(KEY);

        assertThat(new WxCpCryptUtil(config)
                        .decryptXml(sealed.signature(), sealed.timestamp(), sealed.nonce(), sealed.xml(CORP)))
                .isEqualTo("<xml/>");
    }

    @Test
    void opensMessagesWrittenAsJson() {
        var sealed = SEALING.seal("""
                {"MsgType": "event", "Event": "change_external_chat", "CreateTime": 1700642907,
                 "MemChangeList": {"Item": ["a", "b"]}, "Odd": "a\\u0000b"}""", random);
        var body = "{\"tousername\": \"%s\", \"encrypt\": \"%s\", \"agentid\": \"1\"}".formatted(CORP, sealed.text());

        assertThat(envelopes.open(SEAL, signature(sealed), Form.JSON, body.getBytes(UTF_8)))
                .hasValueSatisfying(opened -> assertThat(opened.fields())
                        .containsEntry("Event", "change_external_chat")
                        .containsEntry("CreateTime", "1700642907")
                        .containsEntry("MemChangeList.Item", "a,b")
                        .containsEntry("Odd", "a\uFFFDb"));
    }

    @Test
    void namesNestedAndRepeatedFields() {
        var leaves = Leaves.of(Form.XML, """
                <xml><InfoType> <![CDATA[suite_ticket]]></InfoType>
                <ScanInfo><Type>1</Type></ScanInfo>
                <MemChangeList><Item>a</Item><Item>b</Item></MemChangeList><Empty/></xml>""").orElseThrow();

        assertThat(leaves)
                .containsEntry("InfoType", "suite_ticket")
                .containsEntry("ScanInfo.Type", "1")
                .containsEntry("MemChangeList.Item", "a,b")
                .containsEntry("Empty", "");
    }

    @Test
    void refusesAnotherReceiver() {
        assertThat(open(new Sealing(TOKEN, KEY, "ww0000000000000000").seal("<xml/>", random)))
                .isEmpty();
        assertThat(open(new Sealing(TOKEN, KEY, "").seal("<xml/>", random))).isEmpty();
        assertThat(open(new Sealing(TOKEN, KEY, CORP + " ").seal("<xml/>", random)))
                .isEmpty();
    }

    @Test
    void refusesAnotherTokenAndAnotherKey() {
        assertThat(open(new Sealing("another", KEY, CORP).seal("<xml/>", random)))
                .isEmpty();
        assertThat(open(new Sealing(TOKEN, KEY.replace('a', 'b'), CORP).seal("<xml/>", random)))
                .isEmpty();
    }

    /** The client library reads a last byte above 32 as "no padding", and checks nothing but the last byte. */
    @Test
    void refusesPaddingThatIsNotExactlyRight() {
        for (int last = -128; last < 128; last++) {
            var plain = Sealing.plain("<xml><a>0123456789</a></xml>", CORP, random);
            if (plain[plain.length - 1] != last) {
                plain[plain.length - 1] = (byte) last;
                assertThat(open(SEALING.sign(SEALING.encrypt(plain), random)))
                        .as("padding %d", last)
                        .isEmpty();
            }
        }
        var plain = Sealing.plain("<xml><a>01234567890</a></xml>", CORP, random);
        int padding = plain[plain.length - 1];
        assertThat(padding).isGreaterThan(1);
        plain[plain.length - padding] ^= 1;
        assertThat(open(SEALING.sign(SEALING.encrypt(plain), random))).isEmpty();
    }

    @Test
    void refusesLengthsThatLie() {
        for (int length : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, 7, 5, 4096}) {
            var plain = Sealing.plain("<xml/>", CORP, random);
            java.nio.ByteBuffer.wrap(plain).putInt(16, length);
            assertThat(open(SEALING.sign(SEALING.encrypt(plain), random)))
                    .as("length %d", length)
                    .isEmpty();
        }
    }

    @Test
    void echoesOnlyWhatWasSealedForUs() {
        var sealed = SEALING.seal("1616140317555161061", random);

        assertThat(envelopes.echo(SEAL, signature(sealed), sealed.text())).contains("1616140317555161061");
        assertThat(envelopes.echo(SEAL, new Signature("", sealed.timestamp(), sealed.nonce()), sealed.text()))
                .isEmpty();
    }

    private Optional<Opened> open(Sealed sealed) {
        return envelopes.open(
                SEAL, signature(sealed), Form.XML, sealed.xml(CORP).getBytes(UTF_8));
    }

    private static Signature signature(Sealed sealed) {
        return new Signature(sealed.signature(), sealed.timestamp(), sealed.nonce());
    }
}
