namespace Crm.Domain.Marketing;

/// <summary>One journey of a list.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="PublishedNumber">The version in which contacts enter; null when nobody does.</param>
/// <param name="HasDraft">Whether a version waits to be published.</param>
/// <param name="Running">How many contacts are on the way, in all versions.</param>
public sealed record JourneySummary(string Key, string Name, int? PublishedNumber, bool HasDraft, int Running);
