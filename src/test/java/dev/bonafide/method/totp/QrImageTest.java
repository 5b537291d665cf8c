package dev.bonafide.method.totp;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import dev.bonafide.method.totp.Totp.Parameters;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class QrImageTest {
    private static final String PREFIX = "data:image/png;base64,";

    @Test
    void anotherReaderSeesASquareAndReadsTheText() throws Exception {
        String text = Fixtures.URL.text();
        BufferedImage image = decode(QrImage.dataUrl(text));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(256);
        assertThat(scan(image)).isEqualTo(text);
    }

    @Test
    void theLongestNamesStillFit() throws Exception {
        String name = "😀".repeat(64);
        OtpAuthUrl url = OtpAuthUrl.of(name, name, Parameters.USUAL, new byte[20]);
        BufferedImage image = decode(QrImage.dataUrl(url.text()));
        assertThat(image.getWidth()).isEqualTo(256);
        assertThat(image.getHeight()).isEqualTo(256);
    }

    private static BufferedImage decode(String dataUrl) throws Exception {
        assertThat(dataUrl).startsWith(PREFIX);
        byte[] png = Base64.getDecoder().decode(dataUrl.substring(PREFIX.length()));
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static String scan(BufferedImage image) throws Exception {
        int width = image.getWidth();
        int[] pixels = image.getRGB(0, 0, width, image.getHeight(), null, 0, width);
        var source = new RGBLuminanceSource(width, image.getHeight(), pixels);
        return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(source))).getText();
    }
}
