namespace Crm.Domain.Privacy;

/// <summary>What holds for one purpose.</summary>
/// <param name="Key">The purpose.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Kind">What it needs.</param>
public sealed record ConsentPurpose(PurposeKey Key, string Name, PurposeKind Kind)
{
    /// <summary>Whether a customer is contacted for it only with a grant.</summary>
    public bool NeedsGrant => Kind != PurposeKind.Transactional;
}
