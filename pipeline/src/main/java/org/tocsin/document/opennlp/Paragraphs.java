package org.tocsin.document.opennlp;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts plain text into paragraphs at line ends, and long paragraphs into pieces that the models can take. A run of more than
 * {@value #LONGEST_WORD} characters without a space is no language: it separates paragraphs and is left out.
 */
final class Paragraphs {
    /** Longest run without a space that is still read as a word, in characters. */
    static final int LONGEST_WORD = 120;

    /** Longest piece of a paragraph that is handed to the sentence detector, in characters. */
    static final int LONGEST_PIECE = 10_000;

    private Paragraphs() {}

    /**
     * A piece of text.
     *
     * @param number position of the paragraph in the text, from 0
     * @param start offset of the first character
     * @param end offset behind the last character
     */
    record Piece(int number, int start, int end) {}

    /** The paragraphs of a text in order; none is empty, none starts or ends with a space. */
    static List<Piece> of(String text) {
        List<Piece> pieces = new ArrayList<>();
        LineEnds lines = new LineEnds(text);
        int number = 0;
        int start = 0;
        while (start < text.length()) {
            int end = paragraphEnd(text, lines, start);
            int before = pieces.size();
            addPieces(text, start, end, number, pieces);
            if (pieces.size() > before) {
                number++;
            }
            start = end + 1;
        }
        return pieces;
    }

    /** The end of the paragraph that starts here: the first line end that does not only wrap. */
    private static int paragraphEnd(String text, LineEnds lines, int start) {
        int line = start;
        int end = LineEnds.next(text, line);
        while (end < text.length() && lines.continues(line, end)) {
            line = end + 1;
            end = LineEnds.next(text, line);
        }
        return end;
    }

    private static void addPieces(String text, int start, int end, int number, List<Piece> pieces) {
        int pieceStart = start;
        int wordStart = start;
        for (int at = start; at <= end; at++) {
            boolean boundary = at == end || Character.isWhitespace(text.charAt(at));
            if (!boundary) {
                continue;
            }
            if (at - wordStart > LONGEST_WORD) {
                add(text, pieceStart, wordStart, number, pieces);
                pieceStart = at;
            } else if (at - pieceStart > LONGEST_PIECE) {
                add(text, pieceStart, wordStart, number, pieces);
                pieceStart = wordStart;
            }
            wordStart = at + 1;
        }
        add(text, pieceStart, end, number, pieces);
    }

    private static void add(String text, int start, int end, int number, List<Piece> pieces) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            pieces.add(new Piece(number, from, to));
        }
    }
}
