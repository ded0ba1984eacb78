namespace Crm.Domain.Interactions;

/// <summary>Where a message goes.</summary>
/// <param name="Name">Name of whom it goes to, one line.</param>
/// <param name="Address">The address, number or lines of a postal address; at most 1,000 characters.</param>
/// <param name="Key">By which two notations of one address are the same; at most 320 characters.</param>
public sealed record OutboundAddress(string Name, string Address, string Key);
