package io.tilth.content;

/** Draws members' codes into posters, so that they stay together wherever the picture is saved or handed on to. */
public interface Posters {

    /**
     * As JPEG, of the poster's size.
     *
     * @throws io.tilth.kernel.Refusal when one of the two is no picture
     */
    byte[] draw(Materials.File poster, Materials.Box where, byte[] code);
}
