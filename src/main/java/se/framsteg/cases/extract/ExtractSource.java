package se.framsteg.cases.extract;

import java.util.List;

/**
 * What one room has registered about a person in a case. Guards and journals nothing: the room of rights has. Few statements,
 * however much there is: none for each entry. A table about persons is told of by the room that owns it, with all its columns.
 */
public interface ExtractSource {
    List<Chapter> of(Asked asked);
}
