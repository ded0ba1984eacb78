using System.Diagnostics.CodeAnalysis;

namespace Crm.Domain.Privacy;

/// <summary>Knows the purposes that are registered, for areas that ask for consent.</summary>
public interface IPurposeCatalog
{
    /// <summary>Every purpose, by key.</summary>
    IReadOnlyList<ConsentPurpose> All { get; }

    /// <summary>Looks up a purpose.</summary>
    /// <param name="key">The purpose's key; null is no purpose.</param>
    /// <param name="purpose">The purpose, if it is known.</param>
    /// <returns>Whether it is known.</returns>
    bool TryGet(PurposeKey? key, [NotNullWhen(true)] out ConsentPurpose? purpose);
}
