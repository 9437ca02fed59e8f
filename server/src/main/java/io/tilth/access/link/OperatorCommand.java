package io.tilth.access.link;

import io.tilth.access.Operators;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** {@code ./tilth operator}: whoever has the machine may let another operator in. */
@Component
@ConditionalOnProperty(name = "tilth.command", havingValue = "operator")
class OperatorCommand implements ApplicationRunner {

    private final Operators operators;

    OperatorCommand(Operators operators) {
        this.operators = operators;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (operators.any()) { // the first one's link is printed at every start until it is used
            var issued = operators.inviteOperator("平台管理员");
            System.out.printf("""

                    Open this link to become an operator. It works once, until %s:

                        %s

                    """, issued.expiresAt(), issued.link());
        }
    }
}
