package io.tilth.access;

import io.tilth.ServerTest;
import io.tilth.kernel.KernelProbe;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Runs the server with the probe's door, so that a caller needs no browser session; ended sessions can be seen. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServerTest
@Import({KernelProbe.class, Staff.class})
@MockitoSpyBean(types = Sessions.class)
@MockitoBean(types = SupportDoor.class)
public @interface AccessTest {}
