package dev.bonafide.method.password.foreign;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plain digest: {@code $sha1$pf=<template>$<salt>$<hash>}, also md5, sha256 and sha512; {@code
 * $md5$<hash>} without a salt. Padded base64.
 */
final class DigestFormat implements Format {
    private static final Pattern BARE = Pattern.compile("\\$(md5)\\$([^$]*)");

    private static final Pattern SALTED =
            Pattern.compile("\\$(md5|sha1|sha256|sha512)\\$pf=([^$]+)\\$([^$]*)\\$([^$]*)");

    @Override
    public boolean recognises(String text) {
        return text.matches("\\$(md5|sha1|sha256|sha512)\\$.*");
    }

    @Override
    public ForeignHash read(String text) {
        Matcher bare = BARE.matcher(text);
        return bare.matches()
                ? hash("md5", Bounds.base64(bare.group(2)), Template.PLAIN)
                : salted(Bounds.match(SALTED, text, "$<digest>$pf=<template>$<salt>$<hash>"));
    }

    private static ForeignHash salted(Matcher parts) {
        String template = new String(Bounds.base64(parts.group(2)), StandardCharsets.ISO_8859_1);
        Template made = Template.of(template, Bounds.base64(parts.group(3)));
        return hash(parts.group(1), Bounds.base64(parts.group(4)), made);
    }

    private static ForeignHash hash(String digest, byte[] output, Template template) {
        int length = Digests.of(digest).getDigestSize();
        Bounds.length(output, length, length);
        return new ForeignHash(output, password -> Digests.digest(digest, template.fill(password)));
    }
}
