using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Service;
using NodaTime;

namespace Crm.Domain.Intake;

/// <summary>A message that is fit to be stored, with everything that its own content says.</summary>
internal sealed record PreparedMessage(InboundMessage Original, ChannelDefinition Channel)
{
    /// <summary>By what it is known again.</summary>
    public required MessageIdentity Identity { get; init; }

    /// <summary>Where it came from; null where the host names the customer and no address can be read.</summary>
    public SenderAddress? Sender { get; init; }

    public string? SenderName { get; init; }

    public required IReadOnlyList<ContactParty> Parties { get; init; }

    public string? OurAddress { get; init; }

    public required string Subject { get; init; }

    public required string SubjectBase { get; init; }

    public required Instant At { get; init; }

    public string? Body { get; init; }

    public string? VisibleReply { get; init; }

    public bool IsTruncated { get; init; }

    public required MessageNature Nature { get; init; }

    public required IReadOnlyList<AttachedFile> Files { get; init; }

    public required MessageThread Thread { get; init; }

    /// <summary>Whether it is a report or an absence note, which opens no case and stands for nobody.</summary>
    public bool IsReport => Nature.Origin is MessageOrigin.AutoReply or MessageOrigin.Bounce or MessageOrigin.DeliveryNotice or MessageOrigin.ReadReceipt or MessageOrigin.Complaint;

    /// <summary>What a case keeps of it.</summary>
    public string CaseText => string.IsNullOrWhiteSpace(VisibleReply) ? string.IsNullOrWhiteSpace(Body) ? Subject : Body : VisibleReply;
}
