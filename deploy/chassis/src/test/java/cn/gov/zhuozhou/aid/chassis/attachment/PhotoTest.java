package cn.gov.zhuozhou.aid.chassis.attachment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A photo")
class PhotoTest {
    @Test
    void losesPlaceAndDeviceButStaysUpright() throws IOException {
        byte[] bare = Photo.bare(FileKind.JPEG, Photos.jpegWithPlace()).orElseThrow();

        assertThat(new String(bare, ISO_8859_1)).doesNotContain("39.485N", "SomePhone", "hidden film");
        assertThat(new String(bare, ISO_8859_1))
                .contains("Exif\0\0MM\0*\0\0\0\b\0\u0001\u0001\u0012\0\u0003\0\0\0\u0001\0\u0006");
        assertThat(pixels(bare)).isEqualTo(pixels(Photos.jpegWithPlace()));
    }

    @Test
    void losesTextChunksOfPng() throws IOException {
        byte[] bare = Photo.bare(FileKind.PNG, Photos.pngWithText()).orElseThrow();

        assertThat(new String(bare, ISO_8859_1)).doesNotContain("tEXt", "39.485N");
        assertThat(pixels(bare)).isEqualTo(pixels(Photos.pngWithText()));
    }

    @Test
    void thatIsCutOffIsNone() throws IOException {
        byte[] whole = Photos.jpegWithPlace();

        assertThat(Photo.bare(FileKind.JPEG, Arrays.copyOf(whole, whole.length / 2)))
                .isEmpty();
        assertThat(Photo.bare(FileKind.PNG, Arrays.copyOf(Photos.pngWithText(), 40)))
                .isEmpty();
    }

    private static int[] pixels(byte[] image) throws IOException {
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(image));
        return read.getRGB(0, 0, read.getWidth(), read.getHeight(), null, 0, read.getWidth());
    }
}
