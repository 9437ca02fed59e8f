package io.tilth.content;

import java.util.Collection;
import java.util.Map;

/** How often materials were sent and opened; told by who tracks that. */
public interface MaterialFigures {

    Map<MaterialId, Figures> of(Collection<MaterialId> materials);

    record Figures(long shares, long opens) {

        public static final Figures NONE = new Figures(0, 0);
    }
}
