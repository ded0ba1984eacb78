using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>Takes what a mail system reports of addresses that will never get our mail.</summary>
internal sealed class BounceReader(IntakeOptions options, IntakeBatch batch, Instant now)
{
    private const int MostRecipients = 100;

    /// <summary>Notes the addresses as invalid and says whose they are. Consent stays as it is: nobody withdrew anything.</summary>
    public async Task<IReadOnlyList<SenderMatch>> ReadAsync(PreparedMessage message, CancellationToken cancellationToken)
    {
        if (message.Nature is not { Origin: MessageOrigin.Bounce, Delivery: { } delivery })
        {
            return [];
        }

        var concerned = new List<SenderMatch>();
        foreach (var recipient in delivery.Recipients.Take(MostRecipients))
        {
            if (EmailAddress.TryParse(recipient.Address, out var email))
            {
                var reason = recipient.IsPermanentFailure && IsBelieved(message) ? MessageTexts.Line($"{recipient.Status} {recipient.Diagnostic}", ContactPoint.MaxLabelLength) ?? "undeliverable" : null;
                concerned.AddRange(await batch.Senders.MarkUnreachableAsync(email, reason, now, cancellationToken).ConfigureAwait(false));
            }
        }

        return concerned;
    }

    // Anyone can write a report. One about a mail of ours names it; where our mails are signed, nothing else counts.
    private bool IsBelieved(PreparedMessage message) => options.TokenKey is null || message.Thread.SignedCase is not null
        || message.Thread.EarlierIds.Any(i => batch.Earlier(message, i) is not null);
}
