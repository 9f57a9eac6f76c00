package io.waybill.database;

import io.waybill.home.Home;
import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.codec.Hex;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.encrypt.Encryptors;
import org.springframework.security.crypto.keygen.KeyGenerators;

/** Seals secrets before they are stored (AES-256-GCM), by a key that is not in the database. */
public final class SecretBox {

    public static final String PROPERTY = "waybill.secrets.key";

    private static final int SHORTEST = 32;
    private static final String FILE = "secrets.key";

    /** The same for all: the key is too long to be guessed, and each sealed text has a random beginning of its own. */
    private static final String SALT = "77617962696c6c21";

    private final @Nullable BytesEncryptor box;

    private SecretBox(@Nullable String key) {
        this.box = key == null ? null : Encryptors.stronger(key, SALT);
    }

    /** There is no key to seal with. */
    public static final class NoKey extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoKey() {
            super(
                    "Secrets are stored sealed, and there is no key to seal them with: set %s to %d characters or more (\"openssl rand -base64 32\"), the same on every node, and start again."
                            .formatted(PROPERTY, SHORTEST));
        }
    }

    /** @param key of the configuration; null: nothing can be sealed */
    public static SecretBox of(@Nullable String key) {
        Misconfigured.unless(
                key == null || key.length() >= SHORTEST,
                "%s must have %d characters or more: make one with \"openssl rand -base64 32\"."
                        .formatted(PROPERTY, SHORTEST));
        return new SecretBox(key);
    }

    /** With a key of its own, made once and kept beside the embedded database. */
    static SecretBox kept(Home home) {
        return new SecretBox(keyIn(home.data().resolve(FILE)));
    }

    private static String keyIn(Path file) {
        try {
            if (!Files.exists(file)) {
                Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
                Files.createFile(file);
                onlyOurs(file);
                String key =
                        new String(Hex.encode(KeyGenerators.secureRandom(32).generateKey()));
                Files.writeString(file, key, StandardOpenOption.WRITE);
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot keep the key of secrets in %s".formatted(file), e);
        }
    }

    private static void onlyOurs(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    public boolean canSeal() {
        return box != null;
    }

    /** @throws NoKey when there is none */
    public String seal(String secret) {
        return new String(Hex.encode(box().encrypt(secret.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * @throws NoKey when there is none
     * @throws IllegalStateException when it was sealed with another key, which the start would have refused
     */
    public String open(String sealed) {
        return new String(box().decrypt(Hex.decode(sealed)), StandardCharsets.UTF_8);
    }

    private BytesEncryptor box() {
        if (box == null) {
            throw new NoKey();
        }
        return box;
    }
}
