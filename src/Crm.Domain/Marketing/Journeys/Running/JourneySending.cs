using Crm.Domain.Interactions;
using Crm.Domain.Primitives;

namespace Crm.Domain.Marketing;

/// <summary>
/// Through the desk that every message goes through: consent is asked for the purpose of the template, of which an unset one counts as
/// marketing, and asked again when the message goes out. What is not permitted is skipped with its reason.
/// </summary>
internal sealed class JourneySending(MessageDesk desk) : IJourneySending
{
    public async Task<JourneyActed> SendAsync(JourneyRun run, string step, string template, CancellationToken cancellationToken)
    {
        var queued = await desk.ComposeAsync(new MessageDraft(run.CustomerId) { TemplateKey = template, IsAutomatic = true }, cancellationToken).ConfigureAwait(false);
        return queued.TryGetValue(out var message) ? new JourneyActed(true, $"message {message.Id}")
            : queued.Errors[0] is { Code: nameof(CrmErrorDescriber.MessageNotPermitted), Target: { } barrier } ? new JourneyActed(false, barrier)
            : new JourneyActed(false, queued.Errors[0].Code);
    }
}
