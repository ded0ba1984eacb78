namespace Crm.Domain.Marketing;

/// <summary>Sends the messages of journeys, or says why not: the one place through which exclusions, consent and caps go.</summary>
public interface IJourneySending
{
    /// <summary>Sends a message in the transaction of the step.</summary>
    /// <param name="run">The run.</param>
    /// <param name="step">The step.</param>
    /// <param name="template">The template of the message.</param>
    /// <param name="cancellationToken">Cancels the act.</param>
    /// <returns>That it is queued; or the code of the reason why not, with which the step is skipped and the journey goes on.</returns>
    Task<JourneyActed> SendAsync(JourneyRun run, string step, string template, CancellationToken cancellationToken);
}
