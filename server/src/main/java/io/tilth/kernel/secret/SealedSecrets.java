package io.tilth.kernel.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tilth.kernel.Secrets;
import io.tilth.kernel.TenantId;
import io.tilth.kernel.TilthSettings;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/** AES-256-GCM; layout: one byte of version, twelve of nonce, the sealed text with its tag. */
@Component
class SealedSecrets implements Secrets {

    private static final byte VERSION = 1;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] master;

    SealedSecrets(TilthSettings settings) {
        this.master = Base64.getDecoder().decode(settings.encryptionKey());
        if (master.length != 32) {
            throw new IllegalStateException("tilth.encryption-key must be 32 bytes in Base64.");
        }
    }

    @Override
    public byte[] seal(TenantId owner, String secret) {
        var nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        var sealed = run(Cipher.ENCRYPT_MODE, owner, nonce, secret.getBytes(UTF_8));
        return ByteBuffer.allocate(1 + NONCE + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    @Override
    public String open(TenantId owner, byte[] sealed) {
        var parts = ByteBuffer.wrap(sealed);
        if (parts.get() != VERSION) {
            throw new IllegalStateException("The secret was sealed by another version.");
        }
        var nonce = new byte[NONCE];
        parts.get(nonce);
        var rest = new byte[parts.remaining()];
        parts.get(rest);
        return new String(run(Cipher.DECRYPT_MODE, owner, nonce, rest), UTF_8);
    }

    private byte[] run(int mode, TenantId owner, byte[] nonce, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key(owner), new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The secret cannot be opened: was tilth.encryption-key changed?", failure);
        }
    }

    private SecretKey key(TenantId owner) throws GeneralSecurityException {
        var recipe = HKDFParameterSpec.ofExtract()
                .addIKM(master)
                .thenExpand(("tilth tenant " + owner.value()).getBytes(UTF_8), 32);
        return KDF.getInstance("HKDF-SHA256").deriveKey("AES", recipe);
    }
}
