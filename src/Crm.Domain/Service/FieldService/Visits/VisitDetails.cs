using Crm.Domain.Customers;
using Crm.Domain.Values;
using NodaTime;

namespace Crm.Domain.Service;

/// <summary>What is known of a visit.</summary>
/// <param name="CustomerId">The customer who is visited.</param>
/// <param name="Subject">One line: what is to be done; at most <see cref="ServiceVisit.MaxSubjectLength"/> characters.</param>
/// <param name="Address">Where.</param>
/// <param name="From">When work may begin at the earliest.</param>
/// <param name="Until">When work may begin at the latest; after <paramref name="From"/>.</param>
public sealed record VisitDetails(CustomerId CustomerId, string Subject, PostalAddress Address, Instant From, Instant Until)
{
    /// <summary>The case that it is about.</summary>
    /// <value>Null by default.</value>
    public ServiceCaseId? CaseId { get; init; }

    /// <summary>Where on the earth, for travel.</summary>
    /// <value>Null by default: not known.</value>
    public GeoPoint? Place { get; init; }

    /// <summary>IANA id of the time zone at the place.</summary>
    /// <value>Null by default: the business's own.</value>
    public string? TimeZone { get; init; }

    /// <summary>How long the work takes.</summary>
    /// <value>An hour by default; at least a slot of <see cref="VisitGrid"/> and at most a day.</value>
    public Duration EstimatedDuration { get; init; } = Duration.FromHours(1);

    /// <summary>The skills that it needs.</summary>
    /// <value>Empty by default; at most <see cref="ServiceVisit.MaxSkills"/>.</value>
    public IReadOnlyList<VisitSkillNeed> Skills { get; init; } = [];

    /// <summary>The parts that it needs.</summary>
    /// <value>Empty by default; at most <see cref="VisitParts.MaxKinds"/>.</value>
    public IReadOnlyList<VisitParts> Parts { get; init; } = [];

    /// <summary>How urgent it is.</summary>
    /// <value><see cref="CasePriority.Normal"/> by default.</value>
    public CasePriority Priority { get; init; } = CasePriority.Normal;

    /// <summary>What the technician must know.</summary>
    /// <value>Null by default; at most <see cref="ServiceVisit.MaxInstructionsLength"/> characters.</value>
    public string? Instructions { get; init; }
}
