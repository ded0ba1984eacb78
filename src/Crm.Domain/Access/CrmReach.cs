using Crm.Domain.Primitives;

namespace Crm.Domain.Access;

/// <summary>Which records an actor reaches: all, or only those named. Queries filter by it before they page or count. Equality is by the records.</summary>
public sealed record CrmReach
{
    private CrmReach(bool everything, IReadOnlyList<SubjectReference> only)
    {
        Everything = everything;
        Only = only;
    }

    /// <summary>Every record of the tenant.</summary>
    public static CrmReach All { get; } = new(true, []);

    /// <summary>No record.</summary>
    public static CrmReach None { get; } = new(false, []);

    /// <summary>Whether every record is reached.</summary>
    public bool Everything { get; }

    /// <summary>The records that are reached when not everything is.</summary>
    public IReadOnlyList<SubjectReference> Only { get; }

    /// <summary>Reaches the named records.</summary>
    /// <param name="subjects">The records.</param>
    /// <returns>The reach.</returns>
    public static CrmReach To(IReadOnlyList<SubjectReference> subjects)
    {
        ArgumentNullException.ThrowIfNull(subjects);
        return subjects.Count == 0 ? None : new(false, subjects);
    }

    /// <summary>Whether a record is reached.</summary>
    /// <param name="subject">The record.</param>
    /// <returns>True when it is.</returns>
    public bool Includes(SubjectReference subject) => Everything || Only.Contains(subject);

    /// <inheritdoc />
    public bool Equals(CrmReach? other) => other is not null && Everything == other.Everything && Unordered.Equal(Only, other.Only);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Everything, Unordered.Hash(Only));
}
