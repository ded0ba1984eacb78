using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Privacy;

/// <summary>The purposes for which customers can be contacted: the built-in ones and those the host adds. For any other, nothing is ever sent.</summary>
/// <remarks>Singleton; safe for use by several threads.</remarks>
public sealed class PurposeCatalog : IPurposeCatalog
{
    private readonly ConcurrentDictionary<PurposeKey, ConsentPurpose> _purposes = new(new ConsentPurpose[]
    {
        new(Purposes.Marketing, "Marketing", PurposeKind.Marketing),
        new(Purposes.Profiling, "Profiling", PurposeKind.Profiling),
        new(Purposes.Research, "Research", PurposeKind.Research),
        new(Purposes.Transactional, "Transactional", PurposeKind.Transactional),
    }.ToDictionary(p => p.Key));

    /// <summary>Every purpose, by key.</summary>
    public IReadOnlyList<ConsentPurpose> All => [.. _purposes.Values.OrderBy(p => p.Key.Value, StringComparer.Ordinal)];

    /// <summary>Adds a purpose, or changes what holds for one.</summary>
    /// <param name="purpose">The purpose.</param>
    /// <exception cref="ArgumentOutOfRangeException">Its kind is not defined.</exception>
    public void Register(ConsentPurpose purpose)
    {
        ArgumentNullException.ThrowIfNull(purpose);
        Primitives.Guard.Defined(purpose.Kind);
        _purposes[purpose.Key] = purpose;
    }

    /// <summary>Looks up a purpose.</summary>
    /// <param name="key">The purpose's key; null is no purpose.</param>
    /// <param name="purpose">The purpose, if it is known.</param>
    /// <returns>Whether it is known.</returns>
    public bool TryGet(PurposeKey? key, [NotNullWhen(true)] out ConsentPurpose? purpose)
    {
        purpose = null;
        return key is not null && _purposes.TryGetValue(key, out purpose);
    }
}
