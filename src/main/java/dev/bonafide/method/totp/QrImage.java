package dev.bonafide.method.totp;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Base64;
import java.util.Map;

/** A QR code (ISO/IEC 18004) as the picture that a page can show without asking for it. */
final class QrImage {
    static final int PIXELS = 256;

    /** A screen is neither dirty nor torn: the fewest modules scan best. */
    private static final Map<EncodeHintType, ?> HINTS =
            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.L);

    private QrImage() {}

    /**
     * {@code data:image/png;base64,…} of a square of {@link #PIXELS}.
     *
     * @param text ASCII, at most 2953 characters
     */
    static String dataUrl(String text) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(Png.of(code(text)));
    }

    private static BitMatrix code(String text) {
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, PIXELS, PIXELS, HINTS);
        } catch (WriterException e) {
            throw new IllegalStateException("the text is short enough for a QR code", e);
        }
    }
}
