using Crm.Domain.Primitives;
using NodaTime;

namespace Crm.Domain.Interactions;

/// <summary>
/// The one place that says whether a message may go out: consent, restriction, suppressed address, ceilings. Asked when it is composed, and
/// again right before it is sent.
/// </summary>
internal sealed class MessageChecks(ISendPermissions permissions, IOutboundMessageQueries queries, OutboundOptions options, CrmErrorDescriber errors)
{
    /// <summary>The permission with the address to use, or why not.</summary>
    public async Task<CrmResult<SendPermission>> PermitAsync(OutboundDetails details, string? address, CancellationToken cancellationToken)
    {
        var permission = await permissions.AskAsync(details.CustomerId, details.Purpose, details.Channel, address, cancellationToken).ConfigureAwait(false);
        return permission.Barrier is null ? permission : errors.MessageNotPermitted(permission.BarrierName ?? permission.Barrier) with { Target = permission.Barrier };
    }

    /// <summary>Why no more messages may go to an address, or about a record by rule; null when they may.</summary>
    public async Task<CrmError?> CountAsync(string addressKey, SubjectReference? about, bool isAutomatic, OutboundMessageId? except, Instant now, CancellationToken cancellationToken)
    {
        var reached = options.PerAddress.Count == 0 ? null
            : Reached(options.PerAddress, await queries.ToAddressAsync(addressKey, now - options.PerAddress.Max(c => c.Within), except, cancellationToken).ConfigureAwait(false), now);
        if (reached is null && isAutomatic && about is not null && options.AutomaticPerRecord.Count > 0)
        {
            reached = Reached(options.AutomaticPerRecord, await queries.AutomaticAboutAsync(about, now - options.AutomaticPerRecord.Max(c => c.Within), except, cancellationToken).ConfigureAwait(false), now);
        }

        return reached is null ? null : errors.MessageCeilingReached(reached.Most, reached.Within.ToString("-D:hh:mm", System.Globalization.CultureInfo.InvariantCulture));
    }

    private static SendingCeiling? Reached(IReadOnlyList<SendingCeiling> ceilings, IReadOnlyList<Instant> counted, Instant now) =>
        ceilings.FirstOrDefault(c => c.IsReached(counted, now));
}
