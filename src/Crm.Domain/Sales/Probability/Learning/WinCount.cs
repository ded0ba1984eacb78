namespace Crm.Domain.Sales;

/// <summary>How many closed deals of a team had something in common, as a model keeps it.</summary>
/// <param name="Team">The team; null for all deals.</param>
/// <param name="Field">The field or kind of tag; null for all deals of the team, and for those by their furthest stage.</param>
/// <param name="Value">The value; without a field the furthest stage, or null for all deals of the team.</param>
/// <param name="Won">The won ones.</param>
/// <param name="Lost">The lost ones.</param>
public sealed record WinCount(string? Team, string? Field, string? Value, int Won, int Lost);
