package io.waybill.whatsapp;

import io.waybill.home.Misconfigured;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An access token kept in a file: read again when the file changes, so that it is replaced without a restart. Never printed. */
final class TokenFile implements Supplier<String> {

    private static final Logger log = LoggerFactory.getLogger(TokenFile.class);

    private final String setting;
    private final Path file;
    private volatile Read read;

    /**
     * @param setting its name, for messages
     * @throws Misconfigured when there is no usable token in the file
     */
    TokenFile(String setting, Path file) {
        this.setting = setting;
        this.file = file;
        try {
            read = read(version());
        } catch (IOException e) {
            throw new Misconfigured("%s: the file %s cannot be read.".formatted(setting, file), e);
        }
    }

    @Override
    public String get() {
        try {
            Version now = version();
            if (!now.equals(read.version())) {
                replace(now);
            }
        } catch (IOException e) {
            log.debug("{}: the file {} is not there for the moment.", setting, file);
        }
        return read.token();
    }

    /** What cannot be used leaves the token as it is, and is told once. */
    private synchronized void replace(Version now) throws IOException {
        if (now.equals(read.version())) {
            return;
        }
        try {
            read = read(now);
            log.info("{}: the token was read again.", setting);
        } catch (Misconfigured e) {
            read = new Read(now, read.token());
            log.error("{} The token of before is used.", e.getMessage());
        }
    }

    private Read read(Version version) throws IOException {
        String token = Files.readString(file, StandardCharsets.ISO_8859_1).strip();
        Misconfigured.unless(!token.isEmpty(), "%s: the file %s is empty.".formatted(setting, file));
        Misconfigured.unless(
                WhatsAppProperties.fitsIntoHeader(token),
                "%s: the file %s contains characters that cannot stand in an HTTP header: it holds the token and nothing else."
                        .formatted(setting, file));
        return new Read(version, token);
    }

    private Version version() throws IOException {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Version(now.lastModifiedTime(), now.size(), Objects.toString(now.fileKey()));
    }

    private record Version(FileTime changed, long size, String key) {}

    private record Read(Version version, String token) {}
}
