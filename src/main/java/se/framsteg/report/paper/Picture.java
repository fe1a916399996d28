package se.framsteg.report.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.batik.transcoder.SVGAbstractTranscoder;
import org.apache.batik.transcoder.TranscoderException;
import org.apache.batik.transcoder.TranscoderInput;
import org.apache.batik.transcoder.TranscoderOutput;
import org.apache.batik.transcoder.image.PNGTranscoder;
import se.framsteg.print.Figure;
import se.framsteg.report.content.BarsDrawing;
import se.framsteg.report.content.Block.Grid;

/**
 * The bars of a table as a picture of dots, for documents that take no drawings.
 *
 * @param width in dots
 * @param height in dots
 */
record Picture(byte[] png, int width, int height) {
    private static final float WIDTH = 1500;
    private static final double MILLIMETRES = 150;

    static Picture of(Grid grid) {
        var svg = Figure.of(new BarsDrawing(grid).figure(), grid.title(), MILLIMETRES);
        var png = new ByteArrayOutputStream();
        var transcoder = new PNGTranscoder();
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_WIDTH, WIDTH);
        transcoder.addTranscodingHint(SVGAbstractTranscoder.KEY_ALLOW_EXTERNAL_RESOURCES, Boolean.FALSE);
        try {
            transcoder.transcode(new TranscoderInput(new StringReader(svg)), new TranscoderOutput(png));
            var image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
            return new Picture(png.toByteArray(), image.getWidth(), image.getHeight());
        } catch (TranscoderException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
