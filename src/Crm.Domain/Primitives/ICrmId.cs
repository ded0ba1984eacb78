namespace Crm.Domain.Primitives;

/// <summary>A named id: a version-7 GUID with a type of its own, so that a case id cannot be passed where a customer id is meant.</summary>
public interface ICrmId
{
    /// <summary>The GUID behind this id.</summary>
    Guid Value { get; }
}

/// <summary>What every named id can do.</summary>
/// <typeparam name="TSelf">The id type itself.</typeparam>
public interface ICrmId<TSelf> : ICrmId, IComparable<TSelf>, IParsable<TSelf>
    where TSelf : struct, ICrmId<TSelf>
{
    /// <summary>Wraps a GUID that is already known.</summary>
    /// <param name="value">The GUID; not empty.</param>
    /// <returns>The id.</returns>
    static abstract TSelf From(Guid value);

    /// <summary>Makes a new id ordered by <paramref name="now"/>.</summary>
    /// <param name="now">The current instant of the injected clock.</param>
    /// <returns>A new id.</returns>
    static abstract TSelf New(NodaTime.Instant now);
}
