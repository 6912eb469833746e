package org.tocsin.document.opennlp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;

/**
 * The OpenNLP 1.5 English models, loaded once for the whole process and shared by all threads. The objects that use a model
 * (SentenceDetectorME ...) are not thread-safe: make one for each annotator.
 *
 * @param sentences sentence boundaries
 * @param tokens token boundaries
 * @param tags part-of-speech tags, set to a beam of 1: the same tags as beam 3 on news, at about twice the speed
 */
record OpenNlpModels(SentenceModel sentences, TokenizerModel tokens, POSModel tags) {
    private static final int TAG_BEAM = 1;

    /** A model that is put together anew must keep the version it was trained with: it decides which features are computed. */
    private static final Map<String, String> AS_TRAINED = Map.of("OpenNLP-Version", "1.5.0");

    /** The shared models; the first call loads them (about one second). */
    static OpenNlpModels shared() {
        return Holder.MODELS;
    }

    private static OpenNlpModels load() {
        return new OpenNlpModels(
                read("/en-sent.bin", SentenceModel::new),
                read("/en-token.bin", TokenizerModel::new),
                withTagBeam(read("/en-pos-maxent.bin", POSModel::new)));
    }

    private static POSModel withTagBeam(POSModel model) {
        MaxentModel classifier = model.getArtifact("pos.model");
        return new POSModel("en", classifier, TAG_BEAM, AS_TRAINED, model.getFactory());
    }

    private static <M> M read(String resource, ModelReader<M> reader) {
        try (InputStream in = OpenNlpModels.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Language model " + resource
                        + " is not on the class path; run the program with all jars of its lib folder.");
            }
            return reader.read(in);
        } catch (IOException e) {
            throw new UncheckedIOException("Language model " + resource + " cannot be read: its jar is damaged.", e);
        }
    }

    /** Reads a model from a stream. */
    private interface ModelReader<M> {
        M read(InputStream in) throws IOException;
    }

    private static final class Holder {
        static final OpenNlpModels MODELS = load();
    }
}
