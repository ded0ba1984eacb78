namespace Crm.Domain.Marketing;

/// <summary>What a customer wants of when and how often messages come, as written down.</summary>
/// <param name="Zone">The name of a time zone; null for none.</param>
/// <param name="Frequency">A frequency cap; null for none.</param>
public sealed record SendingProfile(string? Zone, string? Frequency);
