namespace Crm.Domain.Sales;

/// <summary>A reason why opportunities are lost.</summary>
/// <param name="Key">The key: lower-case letters, digits and hyphens, at most <see cref="LossReasonCatalog.MaxKeyLength"/>.</param>
/// <param name="Name">The name for people, at most <see cref="LossReasonCatalog.MaxNameLength"/> characters.</param>
/// <param name="NeedsText">Whether it says nothing without words.</param>
public sealed record LossReason(string Key, string Name, bool NeedsText = false);
