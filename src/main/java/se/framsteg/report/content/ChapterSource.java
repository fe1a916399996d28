package se.framsteg.report.content;

import java.util.List;
import java.util.Map;
import java.util.Set;
import se.framsteg.report.Section;
import se.framsteg.ui.Texts;

/** Fills chapters in, from what other rooms tell their writer through their doors. */
public interface ChapterSource {
    /** Those that it fills in, always together. No two sources fill the same one in. */
    Set<Section> sections();

    /** What there is to tell in each, as far as it may leave the house; nothing where there is nothing. */
    Map<Section, List<Block>> blocks(Span span, Texts texts);
}
