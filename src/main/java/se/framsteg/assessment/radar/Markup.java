package se.framsteg.assessment.radar;

/** Writes XML from templates; whatever is put into one is escaped. */
public final class Markup {

    private static final String HOLE = "{}";

    private final StringBuilder out = new StringBuilder();

    /**
     * Adds a piece of markup.
     *
     * @param template markup with {@code {}} where a text or an attribute's value goes
     * @param values what goes there, in turn; numbers get at most one decimal
     */
    public Markup add(String template, Object... values) {
        int from = 0;
        for (Object value : values) {
            int hole = template.indexOf(HOLE, from);
            out.append(template, from, hole);
            escape(value instanceof Double number ? decimal(number) : value.toString());
            from = hole + HOLE.length();
        }
        out.append(template, from, template.length());
        return this;
    }

    private void escape(String text) {
        text.codePoints().filter(Markup::isAllowed).forEach(this::escape);
    }

    private void escape(int letter) {
        switch (letter) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            default -> out.appendCodePoint(letter);
        }
    }

    /** The characters that XML 1.0 can hold. */
    private static boolean isAllowed(int letter) {
        return letter == '\t'
                || letter == '\n'
                || letter == '\r'
                || (letter >= 0x20 && letter <= 0xD7FF)
                || (letter >= 0xE000 && letter <= 0xFFFD)
                || letter >= 0x10000;
    }

    /** A number with at most one decimal, whatever the language of the server. */
    static String decimal(double number) {
        long tenths = Math.round(number * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
