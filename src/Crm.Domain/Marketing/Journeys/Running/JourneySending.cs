using System.Globalization;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Privacy;

namespace Crm.Domain.Marketing;

/// <summary>
/// Through the one place that says who gets a message, and the desk that every message goes through: exclusions, consent for the purpose of the
/// template (of which an unset one counts as marketing and is never permission), addresses, caps. What a cap leaves no room for is put off; what
/// is not permitted is skipped with its reason. Consent is asked again when the message goes out.
/// </summary>
internal sealed class JourneySending(IMessageQueue messages, MessageTemplates templates, Suppression suppression, IJourneyRunStore runs, CrmErrorDescriber errors) : IJourneySending
{
    public async Task<JourneyActed> SendAsync(JourneyRun run, string step, string template, CancellationToken cancellationToken)
    {
        if (await templates.DetailsAsync(template, cancellationToken).ConfigureAwait(false) is not { } written)
        {
            return new JourneyActed(false, errors.TemplateNotFound(template).Code);
        }

        var scope = await ScopeAsync(run, step, cancellationToken).ConfigureAwait(false);
        var asked = await suppression.TakeAsync(new SendingQuestion(scope, Named(written.Purpose), written.Channel), [run.CustomerId], cancellationToken).ConfigureAwait(false);
        if (!asked.TryGetValue(out var verdicts))
        {
            return new JourneyActed(false, asked.Errors[0].Code);
        }

        var verdict = verdicts.All[0];
        if (verdict.Reason is { } reason)
        {
            return new JourneyActed(false, reason.ToString());
        }

        var draft = new MessageDraft(run.CustomerId) { TemplateKey = template, IsAutomatic = true, SendAt = verdict.IsPostponed ? verdict.DueAt : null };
        var queued = await messages.QueueAsync(draft, new Dictionary<string, string?>(), cancellationToken).ConfigureAwait(false);
        if (queued.TryGetValue(out var message))
        {
            return new JourneyActed(true, $"message {message}");
        }

        await suppression.ReleaseAsync(scope, [verdict.RecipientId], cancellationToken).ConfigureAwait(false);
        return queued.Errors[0] is { Code: nameof(CrmErrorDescriber.MessageNotPermitted), Target: { } barrier } ? new JourneyActed(false, barrier) : new JourneyActed(false, queued.Errors[0].Code);
    }

    private static PurposeKey? Named(string purpose)
    {
        try
        {
            return purpose.Length == 0 ? null : new PurposeKey(purpose);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // Who takes the journey a second time gets its messages a second time.
    private async Task<string> ScopeAsync(JourneyRun run, string step, CancellationToken cancellationToken)
    {
        var before = (await runs.OfCustomerAsync(run.CustomerId, [run.JourneyId], cancellationToken).ConfigureAwait(false)).Count(r => r.Id != run.Id && r.EnteredAt <= run.EnteredAt);
        return string.Create(CultureInfo.InvariantCulture, $"{run.JourneyId.Value:N}:{step}{(before == 0 ? string.Empty : $":{before % 100_000}")}");
    }
}
