package dev.plumbline.tools.xes;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The characters of an XML document in the encoding it declares. Bytes that are none of that
 * encoding become U+FFFD, so that one broken name does not cost the rest of the log.
 */
final class XmlText {
    private static final int HEAD_BYTES = 256;
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlText() {}

    static Reader of(InputStream in) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(in, 1 << 16);
        bytes.mark(HEAD_BYTES);
        byte[] head = bytes.readNBytes(HEAD_BYTES);
        bytes.reset();
        if (head.length >= 2 && (head[0] & 0xFF) + (head[1] & 0xFF) == 0xFE + 0xFF) {
            return new InputStreamReader(bytes, StandardCharsets.UTF_16);
        }
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB) {
            bytes.skipNBytes(3);
            return new InputStreamReader(bytes, StandardCharsets.UTF_8);
        }
        return new InputStreamReader(bytes, declared(head));
    }

    private static Charset declared(byte[] head) throws IOException {
        Matcher found = ENCODING.matcher(new String(head, StandardCharsets.ISO_8859_1));
        if (!found.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(found.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IOException("unknown encoding " + found.group(1), unknown);
        }
    }
}
