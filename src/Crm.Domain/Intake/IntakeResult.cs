using Crm.Domain.Customers;
using Crm.Domain.Interactions;
using Crm.Domain.Primitives;
using Crm.Domain.Service;

namespace Crm.Domain.Intake;

/// <summary>What became of one message.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="MessageId">The message's id, as it came.</param>
public sealed record IntakeResult(IntakeOutcome Outcome, string? MessageId)
{
    /// <summary>The contact that it is recorded as; null when it was refused.</summary>
    public InteractionId? InteractionId { get; init; }

    /// <summary>The case that it opened or went into.</summary>
    public ServiceCaseId? CaseId { get; init; }

    /// <summary>The number of that case.</summary>
    public CaseNumber? CaseNumber { get; init; }

    /// <summary>The closed case that a new one takes up again.</summary>
    public CaseNumber? FollowUpOf { get; init; }

    /// <summary>The customer who sent it, or whom a report of a mail system is about.</summary>
    public CustomerId? CustomerId { get; init; }

    /// <summary>What made it: a person, or which kind of program.</summary>
    public MessageOrigin Origin { get; init; }

    /// <summary>Whether a program wrote it: then it is nobody's answer.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether the host may send one automatic answer to it. Each permission counts against the ceilings, whether it is used or not.</summary>
    public bool MayAutoReply { get; init; }

    /// <summary>Whether the sender is not on the case it refers to. Do not quote what was written before when you answer.</summary>
    public bool IsFromThirdParty { get; init; }

    /// <summary>Whether its text was longer than is kept.</summary>
    public bool IsTruncated { get; init; }

    /// <summary>What the sender wrote, without what was quoted or signed; null when it was refused or a duplicate.</summary>
    public string? VisibleReply { get; init; }

    /// <summary>Why it was refused; null when it was not.</summary>
    public CrmError? Error { get; init; }

    /// <summary>The customers between whom nobody could decide, where that is why it was refused.</summary>
    /// <value>Empty by default.</value>
    public IReadOnlyList<CustomerId> Candidates { get; init; } = [];
}
