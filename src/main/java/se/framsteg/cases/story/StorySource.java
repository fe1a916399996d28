package se.framsteg.cases.story;

import se.framsteg.shared.CaseId;

/**
 * What one room has to tell of a case. Guards and journals nothing: the case page has admitted the look at the case, and is
 * read by those alone who reach it. Few statements, however much there is to tell: none for each happening.
 */
public interface StorySource {
    Chapter of(CaseId id);
}
