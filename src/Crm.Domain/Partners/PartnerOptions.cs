using NodaTime;

namespace Crm.Domain.Partners;

/// <summary>What holds for all partners.</summary>
public sealed class PartnerOptions
{
    /// <summary>Keys of the tiers that partners can have, the lowest first: at most 32 characters each.</summary>
    /// <value><c>registered</c>, <c>silver</c>, <c>gold</c>, <c>platinum</c> by default.</value>
    public IList<string> Tiers { get; } = ["registered", "silver", "gold", "platinum"];

    /// <summary>How long an invitation to an account can be accepted.</summary>
    /// <value>72 hours by default, which is also the most.</value>
    public Duration InvitationTime { get; set; } = Duration.FromHours(72);

    /// <summary>How long a partner can think about a lead before the next one is asked.</summary>
    /// <value>48 hours by default; a minute to 90 days.</value>
    public Duration LeadOfferTime { get; set; } = Duration.FromHours(48);

    /// <summary>The fields of a lead that the partner sees which took it; the topic also before. Its place and status are always seen.</summary>
    /// <value>All by default.</value>
    public ISet<PartnerLeadField> LeadFields { get; } = new HashSet<PartnerLeadField>(Enum.GetValues<PartnerLeadField>());

    /// <summary>The fields of a lead that the partner changes which took it.</summary>
    /// <value>The status by default.</value>
    public ISet<PartnerLeadField> LeadChanges { get; } = new HashSet<PartnerLeadField> { PartnerLeadField.Status };

    /// <summary>Who approves registrations of deals where nobody else is named, by ids in the host's user directory, in their order.</summary>
    /// <value>Nobody by default: approvers are named with every request.</value>
    public IList<string> DealApprovers { get; } = [];

    /// <summary>Whether partners without a tier register deals.</summary>
    /// <value>False by default.</value>
    public bool RegistersWithoutTier { get; set; }

    /// <summary>The fields of shared records that partners see; see <see cref="PartnerPortal"/>.</summary>
    /// <value>Title, status, product, solution, messages, channel, body, close date and next step by default: neither descriptions, contacts nor amounts.</value>
    public ISet<SharedField> SharedFields { get; } = new HashSet<SharedField>
    {
        SharedField.Title, SharedField.Status, SharedField.Product, SharedField.Solution, SharedField.Messages, SharedField.Channel, SharedField.Body, SharedField.CloseDate, SharedField.NextStep,
    };

    /// <summary>The fields of shared records that partners change, where a record is shared for that and they see the field.</summary>
    /// <value>Status of leads, close date and next step of opportunities by default.</value>
    public ISet<SharedField> SharedChanges { get; } = new HashSet<SharedField> { SharedField.Status, SharedField.CloseDate, SharedField.NextStep };

    internal bool IsUsable => Tiers.All(t => t is { Length: > 0 and <= Partner.MaxTierLength } && t == t.Trim()) && Tiers.Distinct(StringComparer.Ordinal).Count() == Tiers.Count
        && InvitationTime > Duration.Zero && InvitationTime <= Duration.FromHours(72)
        && LeadOfferTime >= Duration.FromMinutes(1) && LeadOfferTime <= Duration.FromDays(90);
}
