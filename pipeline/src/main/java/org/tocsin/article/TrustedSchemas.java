package org.tocsin.article;

import org.apache.avro.util.ClassSecurityValidator;
import org.tocsin.schema.Article;

/**
 * Tells Avro that the classes generated from our schemas may be made: since 1.12.2 it makes no class that is not trusted, not even
 * for the defaults of a builder. Whatever builds, reads or writes our records calls {@link #trust()} first, in a static initializer.
 */
public final class TrustedSchemas {
    private static final String PACKAGE = Article.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    private TrustedSchemas() {}

    /** Makes sure that Avro trusts the generated classes; calling it again changes nothing. */
    public static void trust() {
        // loading this class has done it, once
    }
}
