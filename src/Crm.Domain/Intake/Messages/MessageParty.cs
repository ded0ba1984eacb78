namespace Crm.Domain.Intake;

/// <summary>A sender or receiver, as a message names it.</summary>
/// <param name="Address">The e-mail address, number or name within a service.</param>
/// <param name="Name">The name shown beside it.</param>
public sealed record MessageParty(string? Address, string? Name = null);
