using Crm.Domain.Customers;
using Crm.Domain.Primitives;
using Crm.Domain.Time;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>One response to a message of a campaign, kept under its key so that it counts once.</summary>
public sealed class CampaignResponse : AggregateRoot<CampaignResponseId>
{
    /// <summary>Longest key.</summary>
    public const int MaxKeyLength = 200;

    /// <summary>Longest detail.</summary>
    public const int MaxDetailLength = 400;

    private CampaignResponse() => Key = null!;

    /// <summary>Keeps a response.</summary>
    /// <param name="id">The id.</param>
    /// <param name="details">What happened.</param>
    /// <param name="customerId">The customer; null where the recipient is not known.</param>
    /// <param name="outcome">What became of it.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="ArgumentException">A text is empty or too long, or the outcome is none of those that are kept.</exception>
    public CampaignResponse(CampaignResponseId id, CampaignResponseDetails details, CustomerId? customerId, CampaignResponseOutcome outcome, Instant now)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(details);
        (RecipientId, CustomerId, Kind, RecordedAt) = (Guard.NotEmpty(details.RecipientId), customerId, Guard.Defined(details.Kind), now);
        (Key, Detail) = (Guard.Line(details.Key, MaxKeyLength), Guard.OptionalLine(details.Detail, MaxDetailLength));
        At = details.At is { } at && at < now ? Guard.Storable(at.ToMicroseconds()) : now;
        Outcome = outcome is CampaignResponseOutcome.Applied or CampaignResponseOutcome.Waiting or CampaignResponseOutcome.UnknownRecipient
            ? outcome
            : throw new ArgumentException("Such a response is not kept.", nameof(outcome));
        Raise(new CampaignResponseRecorded(id, RecipientId, Kind, outcome, now));
    }

    /// <summary>The recipient as it was named.</summary>
    public CampaignRecipientId RecipientId { get; private set; }

    /// <summary>The customer; null while the recipient is not known.</summary>
    public CustomerId? CustomerId { get; private set; }

    /// <summary>What happened.</summary>
    public CampaignResponseKind Kind { get; private set; }

    /// <summary>Under what it is known again.</summary>
    public string Key { get; private set; }

    /// <summary>What is known besides.</summary>
    public string? Detail { get; private set; }

    /// <summary>When it happened.</summary>
    public Instant At { get; private set; }

    /// <summary>When it was heard of.</summary>
    public Instant RecordedAt { get; private set; }

    /// <summary>What became of it.</summary>
    public CampaignResponseOutcome Outcome { get; private set; }

    /// <summary>Whether it still waits.</summary>
    /// <returns>The ruling; refused with <c>CampaignRecipientNotInStatus</c>.</returns>
    public CrmRuling CanApply() => Outcome == CampaignResponseOutcome.Applied ? CrmRuling.Refused(e => e.CampaignRecipientNotInStatus(e.NameOf(Outcome))) : CrmRuling.Permitted;

    /// <summary>Notes that it is noted with its recipient now.</summary>
    /// <param name="customerId">The customer.</param>
    /// <param name="now">The current instant.</param>
    /// <exception cref="CrmRuleException">It is noted already.</exception>
    public void Apply(CustomerId customerId, Instant now)
    {
        CanApply().Demand();
        (CustomerId, Outcome) = (Guard.NotEmpty(customerId), CampaignResponseOutcome.Applied);
        Raise(new CampaignResponseApplied(Id, RecipientId, Kind, now));
    }
}
