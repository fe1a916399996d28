package se.framsteg.ui;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.multipart.MultipartFile;
import se.framsteg.shared.definition.DefinitionFile;
import se.framsteg.shared.definition.FileFault;
import se.framsteg.shared.definition.Problem;
import se.framsteg.shared.definition.Value;

/** Definition files as they come and go through the browser: sent as files, typed as text, and told what is wrong with. */
public final class DefinitionFiles {
    private DefinitionFiles() {}

    /**
     * The text of the file that was sent. What is wrong with it as a file is told at the field of this name, and then there is
     * no text.
     */
    public static Optional<String> sent(Optional<MultipartFile> file, Fields fields, String name) throws IOException {
        var sent = file.filter(one -> !one.isEmpty());
        if (sent.isEmpty()) {
            fields.fail(name, "definition.upload.required");
            return Optional.empty();
        }
        if (sent.get().getSize() > DefinitionFile.LARGEST) {
            fields.fail(name, "definition.upload.large");
            return Optional.empty();
        }
        var text = decoded(sent.get().getBytes());
        if (text.isEmpty()) {
            fields.fail(name, "definition.upload.not-text");
        }
        return text.map(DefinitionFiles::storable);
    }

    /** The text that was typed in the field of this name, told there if it is too large. */
    public static String typed(Fields fields, String name) {
        var text = storable(fields.value(name).replace("\r\n", "\n"));
        if (text.getBytes(StandardCharsets.UTF_8).length > DefinitionFile.LARGEST) {
            fields.fail(name, "definition.upload.large");
        }
        return text;
    }

    private static Optional<String> decoded(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The database holds any character but one; what replaces it is told as a fault where it stands. */
    private static String storable(String text) {
        return text.replace('\u0000', '\uFFFD');
    }

    /** The name of a language of a file in the reader's own. */
    public static String language(Page page, String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(Locale.forLanguageTag(page.language()));
    }

    /** The problem in the words of the file, for those who write the file. Its line is not among them. */
    public static String told(Page page, Problem problem) {
        var arguments = new ArrayList<Object>(problem.arguments());
        if (arguments.getFirst().equals(Value.THE_FILE)) {
            arguments.set(0, page.t("definition.the-file"));
        }
        if (problem.fault() == FileFault.MISSING_LANGUAGE) {
            var tag = problem.arguments().get(1);
            arguments.set(1, language(page, tag) + " (" + tag + ")");
        }
        return page.t(problem.key(), arguments.toArray());
    }
}
