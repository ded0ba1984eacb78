using NodaTime;

namespace Crm.Domain.Service;

/// <summary>Something that happened to a case and moves its clocks. Made by the static methods.</summary>
public sealed record SlaEvent
{
    private SlaEvent(SlaEventKind kind, Instant at) => (Kind, At) = (kind, at);

    /// <summary>What happened.</summary>
    public SlaEventKind Kind { get; }

    /// <summary>When.</summary>
    public Instant At { get; }

    /// <summary>What the status means from then on; for openings and changes of status.</summary>
    public CaseCategory Category { get; private init; }

    /// <summary>The terms from then on; null when no service level holds. For openings and changes of terms.</summary>
    public SlaTerms? Terms { get; private init; }

    /// <summary>The case was opened.</summary>
    /// <param name="at">When.</param>
    /// <param name="terms">The terms; null when no service level holds.</param>
    /// <param name="category">What its first status means.</param>
    /// <returns>The event.</returns>
    public static SlaEvent Opened(Instant at, SlaTerms? terms, CaseCategory category = CaseCategory.Open) => new(SlaEventKind.Opened, at) { Terms = terms, Category = category };

    /// <summary>The customer wrote or called; automatic messages are none.</summary>
    /// <param name="at">When.</param>
    /// <returns>The event.</returns>
    public static SlaEvent CustomerMessage(Instant at) => new(SlaEventKind.CustomerMessage, at);

    /// <summary>Staff answered in a way that the customer sees; automatic messages and internal notes are none.</summary>
    /// <param name="at">When.</param>
    /// <returns>The event.</returns>
    public static SlaEvent Reply(Instant at) => new(SlaEventKind.Reply, at);

    /// <summary>The status changed.</summary>
    /// <param name="at">When.</param>
    /// <param name="category">What the status means from then on.</param>
    /// <returns>The event.</returns>
    public static SlaEvent StatusChanged(Instant at, CaseCategory category) => new(SlaEventKind.StatusChanged, at) { Category = category };

    /// <summary>Priority, policy or calendar changed, so that other terms hold.</summary>
    /// <param name="at">When.</param>
    /// <param name="terms">The terms from then on; null when no service level holds any more.</param>
    /// <returns>The event.</returns>
    public static SlaEvent TermsChanged(Instant at, SlaTerms? terms) => new(SlaEventKind.TermsChanged, at) { Terms = terms };
}
