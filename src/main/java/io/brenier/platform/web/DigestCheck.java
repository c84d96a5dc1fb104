package io.brenier.platform.web;

import io.brenier.platform.ProblemCode;
import io.brenier.platform.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Holds a body to the digests that its client sent along, Content-Digest or Repr-Digest (RFC 9530): sha-256 and sha-512; others are not looked at. */
public final class DigestCheck {

    private static final Pattern ENTRY = Pattern.compile("\\s*([a-z*][a-z0-9_.*-]*)=:([A-Za-z0-9+/]*={0,2}):\\s*");
    private static final List<String> ALGORITHMS = List.of("sha-256", "sha-512");

    private final List<Expected> expected = new ArrayList<>();

    /** @throws ProblemException invalid_request if a header is no list of digests */
    public static DigestCheck of(HttpServletRequest request) {
        return new DigestCheck(Stream.of("Content-Digest", "Repr-Digest")
                .flatMap(header -> Collections.list(request.getHeaders(header)).stream())
                .toList());
    }

    private DigestCheck(List<String> headers) {
        for (String header : headers) {
            for (String entry : header.split(",")) {
                Matcher matcher = ENTRY.matcher(entry);
                if (!matcher.matches()) {
                    throw malformed();
                }
                if (ALGORITHMS.contains(matcher.group(1))) {
                    expected.add(new Expected(digest(matcher.group(1)), decode(matcher.group(2))));
                }
            }
        }
    }

    /** @throws ProblemException invalid_request if the client sent no sha-256 along */
    public void requireSha256() {
        if (expected.stream().noneMatch(one -> one.digest().getAlgorithm().equals("SHA-256"))) {
            throw ProblemException.at(
                    "Content-Digest",
                    ProblemCode.INVALID_REQUEST,
                    "The SHA-256 of the body is missing: Content-Digest: sha-256=:BASE64:.");
        }
    }

    /** The body, looked at as it is read. */
    public InputStream watch(InputStream body) {
        InputStream watched = body;
        for (Expected one : expected) {
            watched = new DigestInputStream(watched, one.digest());
        }
        return watched;
    }

    /**
     * To be called once the body is read to its end.
     *
     * @throws ProblemException digest_mismatch if another body came than was sent
     */
    public void verify() {
        for (Expected one : expected) {
            byte[] actual = one.digest().digest();
            if (!Arrays.equals(actual, one.value())) {
                throw ProblemException.of(
                        ProblemCode.DIGEST_MISMATCH,
                        "The body's %s is :%s:, the header says :%s:; send it again."
                                .formatted(
                                        one.digest().getAlgorithm().toLowerCase(Locale.ROOT),
                                        Base64.getEncoder().encodeToString(actual),
                                        Base64.getEncoder().encodeToString(one.value())));
            }
        }
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm.toUpperCase(Locale.ROOT));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has " + algorithm, impossible);
        }
    }

    private static byte[] decode(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException broken) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.of(
                ProblemCode.INVALID_REQUEST,
                "Content-Digest and Repr-Digest are written sha-256=:BASE64:, several separated by commas.");
    }

    private record Expected(MessageDigest digest, byte[] value) {}
}
