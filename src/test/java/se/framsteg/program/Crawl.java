package se.framsteg.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import se.framsteg.testing.Visitor;

/** All that somebody can come to by following links, breadth first: pages and files, of each kind of address only so many. */
final class Crawl {
    private static final Pattern LINK = Pattern.compile("\\b(?:href|src)=\"(/[^\"]*)\"");
    private static final Pattern NUMBER = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+");
    private static final Pattern TAG = Pattern.compile("<[^>]*>");
    private static final Pattern VALUE = Pattern.compile("=[^&]*");

    private static final Pattern FORM = Pattern.compile(".*/(?:new|edit|remove|parties|propose)(?:\\?.*)?");

    /** What is the same for all or in another language, and what would end the visit. */
    private static final Pattern LEFT_OUT = Pattern.compile(
            "/sign-out|.*[?&]lang=.*|/(?:assets|css|js|fonts|static)/.*|.*\\.(?:css|js|woff2|svg|png|ico)");

    private final Visitor visitor;
    private final int examples;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Answer> answers = new ArrayList<>();

    private Crawl(Visitor visitor, int examples) {
        this.visitor = visitor;
        this.examples = examples;
    }

    /**
     * What came back.
     *
     * @param raw the source of a page or a text file, with what stands in links and fields; empty of other files
     * @param text what is read on it
     */
    record Answer(String path, String type, String raw, String text) {}

    /** @param examples how many addresses are followed that differ only in one id or number, or in values; a quarter of them of those with several */
    static List<Answer> from(Visitor visitor, String home, int examples) {
        var crawl = new Crawl(visitor, examples);
        var known = new HashSet<String>(List.of(home));
        var waiting = new ArrayDeque<String>(List.of(home));
        while (!waiting.isEmpty()) {
            var path = waiting.remove();
            crawl.follow(path).stream().filter(known::add).forEach(waiting::add);
        }
        return crawl.answers;
    }

    /** @return where it leads */
    private List<String> follow(String path) {
        if (LEFT_OUT.matcher(path).matches() || tooMany(kind(path))) {
            return List.of();
        }
        var response = visitor.fetch(path);
        if (response.statusCode() == 302 || response.statusCode() == 303) {
            var location = URI.create(response.headers().firstValue("Location").orElseThrow());
            return List.of(
                    location.getRawPath() + (location.getRawQuery() == null ? "" : "?" + location.getRawQuery()));
        }
        if (response.statusCode() == 405) {
            return List.of();
        }
        assertThat(response.statusCode())
                .as("answer of %s, which somebody is led to", path)
                .isEqualTo(200);
        var answer = read(path, response);
        answers.add(answer);
        return LINK.matcher(answer.raw())
                .results()
                .map(link -> link.group(1).replace("&amp;", "&").replaceFirst("#.*", ""))
                .filter(link -> !link.startsWith("//"))
                .toList();
    }

    /** Forms are the same whatever they are for: two of each are looked at. */
    private boolean tooMany(String kind) {
        var several = kind.indexOf('*') != kind.lastIndexOf('*');
        var most = FORM.matcher(kind).matches() ? 2 : several ? examples / 4 : examples;
        return seen.merge(kind, 1, Integer::sum) > most;
    }

    private static String kind(String path) {
        return VALUE.matcher(NUMBER.matcher(path).replaceAll("*")).replaceAll("");
    }

    static Answer read(String path, HttpResponse<byte[]> response) {
        var type = response.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        var body = response.body();
        try {
            return switch (type) {
                case "text/html" -> {
                    var raw = new String(body, StandardCharsets.UTF_8);
                    yield new Answer(
                            path,
                            type,
                            raw,
                            HtmlUtils.htmlUnescape(TAG.matcher(raw).replaceAll(" ")));
                }
                case "text/csv", "application/json", "application/yaml", "text/yaml", "text/plain", "text/calendar" -> {
                    var raw = new String(body, StandardCharsets.UTF_8);
                    yield new Answer(path, type, raw, raw);
                }
                case "application/pdf" -> {
                    try (var pdf = Loader.loadPDF(body)) {
                        yield new Answer(path, type, "", new PDFTextStripper().getText(pdf));
                    }
                }
                case "application/vnd.openxmlformats-officedocument.wordprocessingml.document" -> {
                    try (var word = new XWPFDocument(new ByteArrayInputStream(body))) {
                        yield new Answer(path, type, "", new XWPFWordExtractor(word).getText());
                    }
                }
                case "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" ->
                    new Answer(path, type, "", cells(body));
                default -> throw new AssertionError(path + " is of a kind that nobody here can read: " + type);
            };
        } catch (IOException e) {
            throw new AssertionError(path + " can’t be read", e);
        }
    }

    private static String cells(byte[] body) throws IOException {
        try (var excel = new ReadableWorkbook(new ByteArrayInputStream(body))) {
            var text = new StringBuilder();
            for (var sheet : excel.getSheets().toList()) {
                text.append(sheet.getName()).append('\n');
                for (var row : sheet.read()) {
                    text.append(row.stream().map(Crawl::words).collect(Collectors.joining("\t")))
                            .append('\n');
                }
            }
            return text.toString();
        }
    }

    private static String words(@Nullable Cell cell) {
        return cell == null ? "" : cell.getText();
    }
}
