using Crm.Domain.Access;
using Crm.Domain.Criteria;
using NodaTime;

namespace Crm.Domain.Marketing;

/// <summary>Criteria that a segment has or had.</summary>
public sealed class SegmentVersion
{
    private SegmentVersion() => (Criteria, ActorId, ActorName) = (null!, null!, null!);

    internal SegmentVersion(int number, Criterion criteria, Actor by, Instant now)
    {
        (Number, Criteria, At) = (number, criteria.ToJson(), now);
        (ActorId, ActorName) = (by.Id, by.Name);
    }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }

    /// <summary>The criteria as JSON.</summary>
    public string Criteria { get; private set; }

    /// <summary>Since when.</summary>
    public Instant At { get; private set; }

    /// <summary>Id of who wrote them.</summary>
    public string ActorId { get; private set; }

    /// <summary>Name of who wrote them.</summary>
    public string ActorName { get; private set; }
}
